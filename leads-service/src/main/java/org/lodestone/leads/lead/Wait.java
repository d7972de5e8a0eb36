package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.Pause;
import org.lodestone.platform.time.WorkingTime;

/**
 * 等待已知原因: nothing can be done about the lead until then, and somebody said why.
 *
 * @param until when it wakes by itself
 * @param endedAt when somebody ended it before
 * @param day the date that was asked for: it wakes when work begins on it; absent where a moment was said, and in leads of a time when
 *     nobody wrote it down
 */
public record Wait(
        String reason,
        Instant from,
        Instant until,
        String by,
        @Nullable Instant endedAt,
        @Nullable LocalDate day) {

    Instant end() {
        return endedAt == null || endedAt.isAfter(until) ? until : endedAt;
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(end());
    }

    Wait endedAt(Instant at) {
        return new Wait(reason, from, until, by, at, day);
    }

    /** @param asked the date, where one was said */
    Wait until(Instant moment, @Nullable LocalDate asked) {
        return new Wait(reason, from, moment, by, endedAt, asked);
    }

    /** By what is known of the calendar now; what is over stays as it was. */
    Wait anew(WorkingTime time, Instant now) {
        if (day == null || !covers(now)) {
            return this;
        }
        Instant opening = time.opening(day);
        return until(opening.isBefore(from) ? from : opening, day);
    }

    Pause pause() {
        return new Pause(from, end());
    }
}
