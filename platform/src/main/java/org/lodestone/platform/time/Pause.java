package org.lodestone.platform.time;

import java.time.Instant;

/** A stretch of time that a limit does not count, for a reason that was written down. */
public record Pause(Instant from, Instant until) {

    /** Whether it takes something from the time between the two. */
    public boolean within(Instant since, Instant due) {
        return until.isAfter(since) && from.isBefore(due);
    }
}
