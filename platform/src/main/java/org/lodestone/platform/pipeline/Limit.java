package org.lodestone.platform.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.Pause;
import org.lodestone.platform.time.WorkingTime;

/**
 * How long a state may last.
 *
 * @param kind of the deadline it makes, e.g. {@code first-response}; {@code stage} unless the template says otherwise
 * @param days until the yellow light
 * @param red until the red one; twice the days unless the template says otherwise
 * @param working counted in work time, not by the calendar
 * @param longer how long it may last for what is complex
 */
public record Limit(
        String kind,
        int days,
        int red,
        boolean working,
        @Nullable Longer longer) {

    /** @param tags one of which makes something complex */
    public record Longer(int days, Set<String> tags) {}

    /** The limit for what carries these tags. */
    public Limit of(Collection<String> tags) {
        return longer == null || Collections.disjoint(longer.tags(), tags)
                ? this
                : new Limit(kind, longer.days(), 2 * longer.days(), working, null);
    }

    /** When it is used up: the yellow light. */
    public Instant dueAt(Instant since, WorkingTime time) {
        return after(since, days, time, List.of());
    }

    /** The red light. */
    public Instant redAt(Instant since, WorkingTime time) {
        return after(since, red, time, List.of());
    }

    /** @param pauses apart from each other; what was used up before one stays used up */
    public Instant dueAt(Instant since, WorkingTime time, List<Pause> pauses) {
        return after(since, days, time, pauses);
    }

    public Instant redAt(Instant since, WorkingTime time, List<Pause> pauses) {
        return after(since, red, time, pauses);
    }

    private Instant after(Instant since, int count, WorkingTime time, List<Pause> pauses) {
        Instant due = working ? time.plusDays(since, count) : since.plus(Duration.ofDays(count));
        List<Pause> inOrder =
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        for (Pause pause : inOrder) {
            if (pause.within(since, due)) {
                due = resumed(pause, since, due, time);
            }
        }
        return due;
    }

    /** What was left when the pause began is left when it ends. */
    private Instant resumed(Pause pause, Instant since, Instant due, WorkingTime time) {
        Instant stopped = pause.from().isBefore(since) ? since : pause.from();
        return working
                ? time.plus(pause.until(), time.between(stopped, due))
                : due.plus(Duration.between(stopped, pause.until()));
    }
}
