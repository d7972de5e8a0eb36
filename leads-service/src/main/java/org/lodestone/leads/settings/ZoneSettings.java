package org.lodestone.leads.settings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.WorkingHours;

/**
 * One version of a zone's settings; it never changes, so that a score can say for ever by which weights it was made.
 *
 * @param id {@code zone@version}
 * @param version 0 for what the service ships with, as long as the database has nothing
 * @param registrationDays that a first-contact registration protects
 * @param hours in which people work on a working day
 */
public record ZoneSettings(
        String id,
        String zone,
        long version,
        Instant at,
        String by,
        int registrationDays,
        Scoring assessment,
        @Nullable OpenPool pool,
        @Nullable List<OfficeShift> hours) {

    /** Versions of before there was a pool have none. */
    @Override
    public OpenPool pool() {
        return pool == null ? OpenPool.SHIPPED : pool;
    }

    /** Nor hours. */
    @Override
    public List<OfficeShift> hours() {
        return hours == null ? OfficeShift.SHIPPED : hours;
    }

    public WorkingHours workingHours() {
        return OfficeShift.hours(hours());
    }

    static String id(String zone, long version) {
        return zone + "@" + version;
    }
}
