package org.lodestone.notifications.stream;

import java.util.concurrent.ThreadLocalRandom;

/** How long a stream may live, and when it is to show that it does. Times are those of {@link System#nanoTime}. */
final class Lifetime {

    private final long heartbeatNanos;
    private final long endsAt;
    private final long tokenExpiresAt;
    private volatile long nextHeartbeat;

    Lifetime(StreamProperties properties, long tokenExpiresAt) {
        long now = System.nanoTime();
        long age = properties.maxAge().toNanos();
        // Streams that began together do not end, and so come back, together.
        long jitter = age / 10;
        this.heartbeatNanos = properties.heartbeat().toNanos();
        this.endsAt = now + age + ThreadLocalRandom.current().nextLong(-jitter, jitter + 1);
        this.tokenExpiresAt = tokenExpiresAt;
        this.nextHeartbeat = now + heartbeatNanos;
    }

    boolean isOver(long now) {
        return now - endsAt > 0 || System.currentTimeMillis() >= tokenExpiresAt;
    }

    /** True once for each heartbeat. */
    boolean isHeartbeatDue(long now) {
        if (now - nextHeartbeat < 0) {
            return false;
        }
        nextHeartbeat = now + heartbeatNanos;
        return true;
    }
}
