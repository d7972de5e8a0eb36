package org.lodestone.notifications.stream;

import java.time.Duration;

/**
 * Whether a client keeps up. It cannot be asked: a stalled one swallows megabytes in buffers of the system before anything waits, so how
 * far its cursor is behind is looked at, in time and in bytes.
 */
final class Pace {

    static final Duration SLOW = Duration.ofSeconds(10);
    static final long MUCH = 1_000_000;

    private long behindSince;
    private boolean behind;
    private boolean slow;

    /** True once for every time that it falls behind: only having seen everything makes it a quick one again. */
    boolean fallsBehind(long now, long bytes) {
        if (bytes == 0) {
            behind = false;
            slow = false;
            return false;
        }
        if (!behind) {
            behind = true;
            behindSince = now;
        }
        boolean falls = !slow && (bytes > MUCH || now - behindSince > SLOW.toNanos());
        slow |= falls;
        return falls;
    }
}
