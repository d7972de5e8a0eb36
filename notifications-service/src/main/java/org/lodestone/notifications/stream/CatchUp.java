package org.lodestone.notifications.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.lodestone.notifications.log.EventLog;
import org.lodestone.notifications.stream.EventRing.Window;
import org.lodestone.notifications.stream.StreamEvent.Announcement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream's way from an old position to the ring. Reads the same records with the same eyes as the hub, for one subscriber. */
final class CatchUp implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /** Read before the position, per partition, so that a relay's duplicate is recognised behind it. */
    private static final long WARM_RECORDS = 1_000;

    private static final int SOURCES = 1 << 16;

    private final EventLog log;
    private final EventStreamHub hub;
    private final int budget;
    private final StreamSession session;
    private final long[] position;
    private final LogLayout layout;
    private final LogIntake intake;
    private Batch batch = new Batch();

    CatchUp(EventLog log, EventStreamHub hub, int budget, StreamSession session, long[] position) {
        this.log = log;
        this.hub = hub;
        this.budget = budget;
        this.session = session;
        this.position = position.clone();
        this.layout = hub.ring().layout();
        this.intake = hub.intake(SOURCES);
    }

    @Override
    public void run() {
        if (session.isEnded()) {
            return;
        }
        try (Consumer<String, byte[]> consumer = log.open("stream-catch-up")) {
            session.offer(read(consumer));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            // The client comes back with the position it has: nothing is lost.
            LOG.warn("A stream could not catch up and is ended: {}", e.toString());
            session.end();
        }
    }

    /** Sends what there is, and returns the step that follows it. */
    private Runnable read(Consumer<String, byte[]> consumer) throws InterruptedException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(layout.partitions());
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(layout.partitions());
        for (TopicPartition partition : layout.partitions()) {
            int slot = layout.slot(partition);
            if (position[slot] > ends.getOrDefault(partition, 0L)) {
                return session.giveUp(ResetReason.INVALID);
            }
            if (position[slot] < beginnings.getOrDefault(partition, 0L)) {
                return session.giveUp(ResetReason.EXPIRED);
            }
        }
        if (!hub.awaitReached(position, CatchUps.PATIENCE)) {
            return session.giveUp(ResetReason.OVERRUN);
        }
        Window window = hub.ring().window();
        while (!LogLayout.reaches(position, window.from())) {
            if (LogLayout.distance(position, window.next()) > budget) {
                return session.giveUp(ResetReason.OVERRUN);
            }
            if (!readUpTo(consumer, window.next(), beginnings)) {
                return session::end;
            }
            window = hub.ring().window();
        }
        return session.handOver(window, position);
    }

    private boolean readUpTo(Consumer<String, byte[]> consumer, long[] goal, Map<TopicPartition, Long> beginnings)
            throws InterruptedException {
        List<TopicPartition> behind = behind(goal);
        consumer.assign(behind);
        for (TopicPartition partition : behind) {
            long warmFrom = position[layout.slot(partition)] - WARM_RECORDS;
            consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), warmFrom));
        }
        while (!behind.stream().allMatch(partition -> consumer.position(partition) >= goal[layout.slot(partition)])) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                take(message, goal);
                if (batch.isFull() && !send()) {
                    return false;
                }
            }
            if (session.isEnded()) {
                return false;
            }
        }
        for (TopicPartition partition : behind) {
            position[layout.slot(partition)] = goal[layout.slot(partition)];
        }
        return send();
    }

    /** Doorbells and progress are not read again: what they tell of is in the inbox, and where the job is kept. */
    private List<TopicPartition> behind(long[] goal) {
        List<TopicPartition> behind = new ArrayList<>();
        for (TopicPartition partition : layout.partitions()) {
            int slot = layout.slot(partition);
            if (LogLayout.isPersonal(partition.topic())) {
                position[slot] = goal[slot];
            } else if (position[slot] < goal[slot]) {
                behind.add(partition);
            }
        }
        return behind;
    }

    private void take(ConsumerRecord<String, byte[]> message, long[] goal) {
        int slot = layout.slot(new TopicPartition(message.topic(), message.partition()));
        if (message.offset() < position[slot]) {
            intake.warm(message);
        } else if (message.offset() < goal[slot]) {
            position[slot] = message.offset() + 1;
            if (intake.read(message) instanceof Announcement announced
                    && session.subscription().wants(announced.facts())) {
                batch.event(EventFrames.idLine(layout.token(position)), announced.body(), message.timestamp());
            }
        }
    }

    private boolean send() throws InterruptedException {
        if (batch.isEmpty()) {
            return true;
        }
        Batch full = batch;
        batch = new Batch();
        return session.offer(session.frames(full, EventFrames.idLine(layout.token(position))));
    }
}
