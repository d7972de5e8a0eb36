package org.lodestone.leads.assignment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * Somebody is away, and somebody else looks after their work.
 *
 * @param from the first day
 * @param to the last day
 * @param endedAt when it was taken back
 */
public record Absence(
        String id,
        long version,
        String person,
        LocalDate from,
        LocalDate to,
        String standIn,
        String by,
        Instant at,
        @Nullable Instant endedAt)
        implements Process {

    @Override
    public boolean finished() {
        return true;
    }

    boolean covers(LocalDate day) {
        return endedAt == null && !day.isBefore(from) && !day.isAfter(to);
    }

    /** Whether both name somebody else for the same day of the same person. */
    boolean contradicts(Absence other) {
        boolean meet = !from.isAfter(other.to) && !to.isBefore(other.from);
        return meet && person.equals(other.person) && !standIn.equals(other.standIn) && !id.equals(other.id);
    }

    /** Somebody else may have been named meanwhile. */
    Absence coveredInstead(String before, String next) {
        return standIn.equals(before) ? new Absence(id, version, person, from, to, next, by, at, endedAt) : this;
    }

    Absence ended(Instant now) {
        return endedAt == null ? new Absence(id, version, person, from, to, standIn, by, at, now) : this;
    }
}
