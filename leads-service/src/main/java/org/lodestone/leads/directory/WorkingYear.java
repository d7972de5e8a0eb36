package org.lodestone.leads.directory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.time.WorkingCalendar;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/** Public holidays and make-up workdays 调休 of a year; provisional until they are announced. */
public record WorkingYear(
        @Nullable Integer year,
        @Nullable List<LocalDate> holidays,
        @Nullable List<LocalDate> workdays,
        boolean provisional)
        implements Checked {

    private static final int MOST_DAYS = 200;

    @Override
    public void check(Checks checks) {
        checks.required("holidays", holidays).size("holidays", holidays, MOST_DAYS);
        checks.size("workdays", workdays, MOST_DAYS);
        if (new HashSet<>(workdays()).removeAll(holidays())) {
            checks.add("workdays", "contradiction");
        }
    }

    WorkingYear of(int number) {
        return new WorkingYear(number, holidays(), workdays(), provisional);
    }

    boolean liesIn(int number) {
        return holidays().stream().allMatch(day -> day.getYear() == number)
                && workdays().stream().allMatch(day -> day.getYear() == number);
    }

    @Override
    public List<LocalDate> holidays() {
        return holidays == null ? List.of() : holidays;
    }

    @Override
    public List<LocalDate> workdays() {
        return workdays == null ? List.of() : workdays;
    }

    int number() {
        return year == null ? 0 : year;
    }

    WorkingCalendar.Year days() {
        return new WorkingCalendar.Year(number(), new HashSet<>(holidays()), new HashSet<>(workdays()), provisional);
    }
}
