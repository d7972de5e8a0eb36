package org.lodestone.leads.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.Pause;

/**
 * 等待已知原因: nothing can be done about the lead until then, and somebody said why.
 *
 * @param until when it wakes by itself
 * @param endedAt when somebody ended it before
 */
public record Wait(
        String reason,
        Instant from,
        Instant until,
        String by,
        @Nullable Instant endedAt) {

    Instant end() {
        return endedAt == null || endedAt.isAfter(until) ? until : endedAt;
    }

    boolean covers(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(end());
    }

    Wait endedAt(Instant at) {
        return new Wait(reason, from, until, by, at);
    }

    Pause pause() {
        return new Pause(from, end());
    }
}
