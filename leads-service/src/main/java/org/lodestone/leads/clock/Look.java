package org.lodestone.leads.clock;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often the clocks of a zone were gone through by one calendar and one version of its settings.
 *
 * @param firstAt by the system's clock, in nanoseconds
 * @param times that all of the zone's leads were gone through
 * @param enough times: a start finds leads as they were written by everybody who heard of the last change, so once is enough
 */
record Look(Seen seen, long firstAt, int times, int enough) {

    /** Twice as long as another instance may take to hear of new settings. */
    static final Duration AGAIN = Duration.ofSeconds(10);

    private static final int AFTER_A_START = 1;
    private static final int AFTER_A_CHANGE = 2;

    /** By what clocks are set. */
    record Seen(long calendar, long settings) {}

    /** @param known the look before; {@code null} after a start */
    static Look at(@Nullable Look known, Seen seen, long now) {
        if (known != null && known.seen.equals(seen)) {
            return known;
        }
        // What becomes known of the zone before its leads were gone through for the first time is no change.
        boolean starting = known == null || (known.enough == AFTER_A_START && known.times == 0);
        return new Look(seen, now, 0, starting ? AFTER_A_START : AFTER_A_CHANGE);
    }

    boolean isDue(long now) {
        return times == 0 || (times < enough && now - firstAt > AGAIN.toNanos());
    }

    Look done() {
        return new Look(seen, firstAt, times + 1, enough);
    }
}
