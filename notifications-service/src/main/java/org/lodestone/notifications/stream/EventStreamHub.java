package org.lodestone.notifications.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Topics;
import org.lodestone.notifications.inbox.Doorbells;
import org.lodestone.notifications.log.EventLog;
import org.lodestone.notifications.log.LogFollower;
import org.lodestone.notifications.stream.EventRing.Window;
import org.lodestone.notifications.stream.StreamEvent.Content;
import org.lodestone.platform.events.StreamToken;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the log once for all streams of this instance, into the ring. */
@Component("hub")
class EventStreamHub implements SmartLifecycle, LogFollower.Reader, HealthIndicator {

    static final List<String> TOPICS =
            List.of(Topics.LEADS, Topics.REGISTRATIONS, Topics.PROJECTS, Topics.INBOX, Topics.JOBS);

    /** What the ring is filled with at the start, per partition; more would be read only to be dropped again. */
    private static final long FILL = 2_000;
    /** How far before that duplicates are recognised: an hour, and not more records than this per partition. */
    private static final Duration WARM = Duration.ofHours(1);

    private static final long WARM_RECORDS = 10_000;

    private final EventLog log;
    private final EventFrames frames;
    private final Doorbells doorbells;
    private final StreamProperties properties;
    private final StreamMetrics metrics;
    private final StreamPump pump;
    private final LogFollower follower;
    private volatile @Nullable EventRing ring;
    private LogIntake intake;
    private long[] fillFrom = {};

    EventStreamHub(
            EventLog log, EventFrames frames, Doorbells doorbells, StreamProperties properties, StreamPump pump) {
        this.log = log;
        this.frames = frames;
        this.doorbells = doorbells;
        this.properties = properties;
        this.pump = pump;
        this.metrics = pump.metrics();
        this.intake = intake(properties.sources());
        this.follower = new LogFollower(log, "stream-hub", this);
        metrics.watch(this);
    }

    /** Throws while the log was never reached; a ready instance always has one. */
    EventRing ring() {
        EventRing present = ring;
        if (present == null) {
            throw new IllegalStateException("the event log has not been reached yet");
        }
        return present;
    }

    boolean isReady() {
        return ring != null && follower.isCaughtUp();
    }

    LogIntake intake(int sources) {
        return new LogIntake(frames, doorbells, sources, metrics::duplicate);
    }

    @Override
    public Map<TopicPartition, Long> begin(Consumer<String, byte[]> consumer) throws Exception {
        List<TopicPartition> partitions = EventLog.partitions(consumer, TOPICS);
        LogLayout layout;
        try (Admin admin = log.admin()) {
            layout = new LogLayout(partitions, StreamToken.epochs(admin, TOPICS));
        }
        consumer.assign(partitions);
        EventRing present = ring;
        if (present != null && present.layout().sameLogAs(layout)) {
            Window window = present.window();
            partitions.forEach(partition -> consumer.seek(partition, window.next()[layout.slot(partition)]));
        } else {
            fill(consumer, layout);
        }
        return consumer.endOffsets(partitions);
    }

    private void fill(Consumer<String, byte[]> consumer, LogLayout layout) {
        List<TopicPartition> partitions = layout.partitions();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> since = new HashMap<>();
        partitions.forEach(partition -> since.put(partition, System.currentTimeMillis() - WARM.toMillis()));
        Map<TopicPartition, OffsetAndTimestamp> anHourAgo = consumer.offsetsForTimes(since);
        fillFrom = new long[partitions.size()];
        for (TopicPartition partition : partitions) {
            long beginning = beginnings.getOrDefault(partition, 0L);
            long from = Math.max(beginning, ends.getOrDefault(partition, 0L) - FILL);
            fillFrom[layout.slot(partition)] = from;
            OffsetAndTimestamp hour = anHourAgo.get(partition);
            long warmFrom = hour == null ? from : Math.min(from, Math.max(hour.offset(), from - WARM_RECORDS));
            consumer.seek(partition, Math.max(beginning, warmFrom));
        }
        intake = intake(properties.sources());
        ring = new EventRing(properties.ringBytes(), layout, fillFrom);
    }

    @Override
    public void read(ConsumerRecord<String, byte[]> message) {
        EventRing present = ring();
        int slot = present.layout().slot(new TopicPartition(message.topic(), message.partition()));
        if (message.offset() < fillFrom[slot]) {
            intake.warm(message);
            return;
        }
        Content content = intake.read(message);
        if (content == null) {
            present.skip(slot, message.offset());
        } else {
            present.append(slot, message.offset(), message.timestamp(), content);
            pump.wake();
        }
    }

    /** Waits until this instance has read up to a position that the broker already has. */
    boolean awaitReached(long[] position, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!LogLayout.reaches(ring().window().next(), position)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return true;
    }

    @Override
    public void start() {
        follower.start();
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }

    /** Streams end first (see {@link OpenStreams}), then the web server, then this. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public Health health() {
        return (isReady() ? Health.up() : Health.outOfService()).build();
    }
}
