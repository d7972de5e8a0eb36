package org.lodestone.notifications.stream;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Wakes the streams, at most every few milliseconds: the flush is what a delivery costs, whatever its size, so everything that came in
 * meanwhile goes out with one. The first event after a quiet moment is not held back.
 */
@Component
class StreamPump implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(StreamPump.class);

    private final long pauseNanos;
    private final OpenStreams streams;
    private final StreamMetrics metrics;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("stream-pump").daemon().factory());
    private volatile long lastFlush = System.nanoTime();

    StreamPump(StreamProperties properties, OpenStreams streams, StreamMetrics metrics) {
        this.pauseNanos = properties.flush().toNanos();
        this.streams = streams;
        this.metrics = metrics;
        long tick = Math.clamp(properties.heartbeat().toMillis() / 4, 50, 1_000);
        thread.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.MILLISECONDS);
    }

    StreamMetrics metrics() {
        return metrics;
    }

    void wake() {
        if (woken.compareAndSet(false, true)) {
            long wait = Math.max(0, lastFlush + pauseNanos - System.nanoTime());
            thread.schedule(this::flush, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void flush() {
        woken.set(false);
        lastFlush = System.nanoTime();
        streams.all().forEach(this::drain);
    }

    private void tick() {
        long now = System.nanoTime();
        for (StreamSession session : streams.all()) {
            try {
                session.tick(now);
            } catch (RuntimeException e) {
                LOG.error("A stream could not be attended to", e);
            }
            drain(session);
        }
    }

    private void drain(StreamSession session) {
        try {
            session.drain();
        } catch (RuntimeException e) {
            LOG.error("A stream is ended", e);
            session.end();
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
