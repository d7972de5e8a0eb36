package org.lodestone.platform.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A stretch of time that a limit does not count, for a reason that was written down. */
public record Pause(Instant from, Instant until) {

    /** The same time without overlaps, in order: what two of them share counts once. */
    public static List<Pause> apart(Collection<Pause> pauses) {
        List<Pause> apart = new ArrayList<>();
        pauses.stream().sorted(Comparator.comparing(Pause::from)).forEach(pause -> {
            Pause last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || pause.from.isAfter(last.until)) {
                apart.add(pause);
            } else if (pause.until.isAfter(last.until)) {
                apart.set(apart.size() - 1, new Pause(last.from, pause.until));
            }
        });
        return List.copyOf(apart);
    }

    /** Whether it takes something from the time between the two. */
    public boolean within(Instant since, Instant due) {
        return until.isAfter(since) && from.isBefore(due);
    }
}
