package org.lodestone.leads.settings;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.WorkingHours;
import org.lodestone.platform.time.WorkingHours.Shift;
import org.lodestone.platform.web.Checks;

/** A stretch of every working day in which people are at work, e.g. {@code 09:00} to {@code 12:00}. */
public record OfficeShift(@Nullable String from, @Nullable String to) {

    static final List<OfficeShift> SHIPPED = WorkingHours.ORDINARY.shifts().stream()
            .map(shift -> new OfficeShift(shift.from().toString(), shift.to().toString()))
            .toList();

    private static final int MOST = 6;

    /** Checked before, when they were written. */
    static WorkingHours hours(List<OfficeShift> shifts) {
        return new WorkingHours(shifts.stream().map(OfficeShift::shift).toList());
    }

    static void check(Checks checks, List<OfficeShift> shifts) {
        checks.required("hours", shifts).size("hours", shifts, MOST);
        LocalTime open = LocalTime.MIN;
        for (int i = 0; i < shifts.size(); i++) {
            String field = "hours[" + i + "]";
            LocalTime from = time(checks, field + ".from", shifts.get(i).from());
            LocalTime to = time(checks, field + ".to", shifts.get(i).to());
            if (from != null && to != null) {
                if (from.isBefore(open) || !from.isBefore(to)) {
                    checks.add(field, "ascending");
                }
                open = to;
            }
        }
    }

    private static @Nullable LocalTime time(Checks checks, String field, @Nullable String value) {
        checks.required(field, value);
        try {
            return value == null ? null : LocalTime.parse(value);
        } catch (DateTimeException e) {
            checks.add(field, "type.time");
            return null;
        }
    }

    private Shift shift() {
        return new Shift(LocalTime.parse(Objects.requireNonNull(from)), LocalTime.parse(Objects.requireNonNull(to)));
    }
}
