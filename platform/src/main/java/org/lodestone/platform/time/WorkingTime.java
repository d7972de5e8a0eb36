package org.lodestone.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The time in which somebody is at work: the hours of the working days of a calendar, on a place's clock. What begins at night begins with
 * the next opening, and what ends ends while somebody is at work.
 *
 * @param calendar which days
 * @param hours which hours of them
 * @param place whose clock
 */
public record WorkingTime(WorkingCalendar calendar, WorkingHours hours, ZoneId place) {

    private record Span(Instant from, Instant to) {}

    /** So many working days of work: as many hours as such days have, wherever they begin. */
    public Instant plusDays(Instant from, int days) {
        return plus(from, hours.ofDay().multipliedBy(days));
    }

    /** The first moment at which so much work time has passed since; the next opening, if none is asked for at night. */
    public Instant plus(Instant from, Duration work) {
        Duration left = work;
        for (LocalDate day = dateOf(from); ; day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                Instant begin = span.from().isBefore(from) ? from : span.from();
                Duration here = Duration.between(begin, span.to());
                if (here.isPositive() && here.compareTo(left) >= 0) {
                    return begin.plus(left);
                }
                left = here.isPositive() ? left.minus(here) : left;
            }
        }
    }

    /** Work time from one moment to the other; none when the other is not later. */
    public Duration between(Instant from, Instant to) {
        Duration work = Duration.ZERO;
        for (LocalDate day = dateOf(from); !day.isAfter(dateOf(to)); day = day.plusDays(1)) {
            for (Span span : spans(day)) {
                Instant begin = span.from().isBefore(from) ? from : span.from();
                Instant end = span.to().isAfter(to) ? to : span.to();
                work = end.isAfter(begin) ? work.plus(Duration.between(begin, end)) : work;
            }
        }
        return work;
    }

    /** When work on that day begins, or on the next one that is worked. */
    public Instant opening(LocalDate day) {
        return plus(day.atStartOfDay(place).toInstant(), Duration.ZERO);
    }

    /** A date is kept until the end of that day, or of the next working day. */
    public Instant endOf(LocalDate date) {
        LocalDate day = calendar.isWorkingDay(date) ? date : calendar.addWorkingDays(date, 1);
        return day.plusDays(1).atStartOfDay(place).toInstant();
    }

    public LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, place);
    }

    /** Whether the day of that moment lies in a year whose holidays are not announced yet. */
    public boolean isProvisional(Instant moment) {
        return calendar.isProvisional(dateOf(moment));
    }

    private List<Span> spans(LocalDate day) {
        if (!calendar.isWorkingDay(day)) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        hours.shifts()
                .forEach(shift -> spans.add(new Span(
                        day.atTime(shift.from()).atZone(place).toInstant(),
                        day.atTime(shift.to()).atZone(place).toInstant())));
        return spans;
    }
}
