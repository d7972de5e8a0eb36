package org.lodestone.notifications.log;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread that reads topics from where its reader says, for as long as the process lives. A failure is a pause, never an end. */
public final class LogFollower {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final long PAUSE_MILLIS = 1_000;

    private final EventLog log;
    private final String name;
    private final Reader reader;
    private volatile @Nullable Consumer<String, byte[]> consumer;
    private volatile boolean stopped;
    private volatile boolean caughtUp;
    private @Nullable Thread thread;

    public LogFollower(EventLog log, String name, Reader reader) {
        this.log = log;
        this.name = name;
        this.reader = reader;
    }

    /** What is done with the records. All methods are called by the follower's thread. */
    public interface Reader {

        /** Assigns partitions and seeks. Returns the offsets that must be reached before the follower counts as caught up. */
        Map<TopicPartition, Long> begin(Consumer<String, byte[]> consumer) throws Exception;

        void read(ConsumerRecord<String, byte[]> message);
    }

    public synchronized void start() {
        stopped = false;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    public synchronized void stop() {
        stopped = true;
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Whether everything that was in the log at the start has been read. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void run() {
        while (!stopped) {
            try (Consumer<String, byte[]> opened = log.open(name)) {
                consumer = opened;
                follow(opened);
            } catch (WakeupException | InterruptException stopping) {
                LOG.debug("{} was woken", name);
            } catch (Exception e) {
                LOG.warn("{} cannot read the log, trying again: {}", name, e.toString());
                pause();
            } finally {
                consumer = null;
            }
        }
    }

    private void follow(Consumer<String, byte[]> opened) throws Exception {
        Map<TopicPartition, Long> goal = reader.begin(opened);
        while (!stopped) {
            for (ConsumerRecord<String, byte[]> message : opened.poll(POLL)) {
                reader.read(message);
            }
            if (!caughtUp) {
                caughtUp = goal.entrySet().stream().allMatch(end -> opened.position(end.getKey()) >= end.getValue());
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
