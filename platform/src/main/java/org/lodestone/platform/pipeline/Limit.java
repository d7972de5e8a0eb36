package org.lodestone.platform.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.lodestone.platform.time.WorkingCalendar;

/**
 * How long a state may last.
 *
 * @param kind of the deadline it makes, e.g. {@code first-response}; {@code stage} unless the template says otherwise
 */
public record Limit(String kind, int days, boolean working) {

    /** When it is used up: the yellow light. */
    public Instant dueAt(Instant since, WorkingCalendar calendar, ZoneId time) {
        return after(since, 1, calendar, time);
    }

    /** When it is used up twice: the red light. */
    public Instant twiceAt(Instant since, WorkingCalendar calendar, ZoneId time) {
        return after(since, 2, calendar, time);
    }

    private Instant after(Instant since, int times, WorkingCalendar calendar, ZoneId time) {
        return working
                ? calendar.addWorkingDays(since, days * times, time)
                : since.plus(Duration.ofDays((long) days * times));
    }
}
