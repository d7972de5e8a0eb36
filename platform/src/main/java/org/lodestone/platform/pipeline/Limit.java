package org.lodestone.platform.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.lodestone.platform.time.WorkingCalendar;

/**
 * How long a state may last.
 *
 * @param kind of the deadline it makes, e.g. {@code first-response}; {@code stage} unless the template says otherwise
 * @param days until the yellow light
 * @param red until the red one; twice the days unless the template says otherwise
 */
public record Limit(String kind, int days, int red, boolean working) {

    /** When it is used up: the yellow light. */
    public Instant dueAt(Instant since, WorkingCalendar calendar, ZoneId time) {
        return after(since, days, calendar, time);
    }

    /** The red light. */
    public Instant redAt(Instant since, WorkingCalendar calendar, ZoneId time) {
        return after(since, red, calendar, time);
    }

    private Instant after(Instant since, int count, WorkingCalendar calendar, ZoneId time) {
        return working ? calendar.addWorkingDays(since, count, time) : since.plus(Duration.ofDays(count));
    }
}
