package org.lodestone.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which days are worked: Monday to Friday, less public holidays, plus make-up workdays 调休. The years are data; one that is not known, or
 * not announced yet, is provisional and worth a mark wherever a date from it is shown.
 */
public record WorkingCalendar(Map<Integer, Year> years) {

    public record Year(int year, Set<LocalDate> holidays, Set<LocalDate> workdays, boolean provisional) {

        public Year {
            holidays = Set.copyOf(holidays);
            workdays = Set.copyOf(workdays);
        }
    }

    public WorkingCalendar {
        years = Map.copyOf(years);
    }

    public static WorkingCalendar of(Collection<Year> years) {
        Map<Integer, Year> byNumber = new HashMap<>();
        years.forEach(year -> byNumber.put(year.year(), year));
        return new WorkingCalendar(byNumber);
    }

    /** Weekends only; every year provisional. */
    public static WorkingCalendar unknown() {
        return new WorkingCalendar(Map.of());
    }

    public WorkingCalendar with(Year year) {
        Map<Integer, Year> byNumber = new HashMap<>(years);
        byNumber.put(year.year(), year);
        return new WorkingCalendar(byNumber);
    }

    public boolean isProvisional(LocalDate date) {
        Year year = years.get(date.getYear());
        return year == null || year.provisional();
    }

    public boolean isWorkingDay(LocalDate date) {
        Year year = years.get(date.getYear());
        if (year != null && year.workdays().contains(date)) {
            return true;
        }
        if (year != null && year.holidays().contains(date)) {
            return false;
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The n-th working day after the date, or before it for a negative n; the date itself for 0. */
    public LocalDate addWorkingDays(LocalDate date, int days) {
        int step = days < 0 ? -1 : 1;
        LocalDate day = date;
        for (int left = Math.abs(days); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** Working days after {@code from} up to and including {@code to}; 0 when {@code to} is not later. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += isWorkingDay(day) ? 1 : 0;
        }
        return days;
    }
}
