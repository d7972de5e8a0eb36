package org.lodestone.notifications.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Topics;
import org.lodestone.notifications.inbox.Doorbells;
import org.lodestone.notifications.stream.StreamEvent.Content;
import org.lodestone.notifications.stream.StreamEvent.Doorbell;
import org.lodestone.platform.events.CloudEvents;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.lodestone.platform.events.MalformedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of the log from somewhere: tells events from a relay's duplicates and from what is not ours. Not for several threads. */
final class LogIntake {

    private static final Logger LOG = LoggerFactory.getLogger(LogIntake.class);

    private final EventFrames frames;
    private final Doorbells doorbells;
    private final SequenceMemory seen;
    private final Runnable onDuplicate;

    LogIntake(EventFrames frames, Doorbells doorbells, int sources, Runnable onDuplicate) {
        this.frames = frames;
        this.doorbells = doorbells;
        this.seen = new SequenceMemory(sources);
        this.onDuplicate = onDuplicate;
    }

    /** Only remembers the sequence: for what lies before the place where reading begins. */
    void warm(ConsumerRecord<String, byte[]> message) {
        if (LogLayout.isPersonal(message.topic())) {
            return;
        }
        try {
            Envelope envelope = CloudEvents.envelope(message);
            seen.isNew(envelope.source(), envelope.sequence());
        } catch (MalformedEvent e) {
            LOG.debug("Not remembered: {}", e.getMessage());
        }
    }

    /** Nothing for a duplicate, and for what cannot be read: it would stay unreadable, and everything behind it waits. */
    @Nullable
    Content read(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.topic().equals(Topics.JOBS)) {
                return frames.job(message);
            }
            if (message.topic().equals(Topics.INBOX)) {
                return doorbells
                        .read(message)
                        .map(bell -> new Doorbell(bell.recipient(), bell.row()))
                        .orElse(null);
            }
            Envelope envelope = CloudEvents.envelope(message);
            if (!seen.isNew(envelope.source(), envelope.sequence())) {
                onDuplicate.run();
                return null;
            }
            return frames.announcement(envelope, message);
        } catch (MalformedEvent e) {
            LOG.warn(
                    "Left out of the streams: {}-{}@{}: {}",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    e.getMessage());
            return null;
        }
    }
}
