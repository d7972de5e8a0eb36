package org.lodestone.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.pipeline.Limit;
import org.lodestone.platform.time.WorkingHours.Shift;

class WorkingTimeTests {

    /** National Day: 1 to 7 October off, 10 October (a Saturday) worked. */
    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(List.of(new WorkingCalendar.Year(
            2026,
            LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).collect(Collectors.toSet()),
            Set.of(LocalDate.of(2026, 10, 10)),
            false)));

    private static final WorkingTime TIME = new WorkingTime(CALENDAR, WorkingHours.ORDINARY, BusinessClock.CHINA);

    @Test
    void oneWorkingDayFromFridayAfternoonEndsOnMondayAtTheSameHour() {
        assertThat(TIME.plusDays(china("2026-11-20T15:00"), 1)).isEqualTo(china("2026-11-23T15:00"));
    }

    @Test
    void whatArrivesAtNightBeginsWithTheNextOpeningAndEndsBeforeTheNextClosing() {
        assertThat(TIME.plusDays(china("2026-11-23T22:15"), 1)).isEqualTo(china("2026-11-24T17:30"));
        assertThat(TIME.plus(china("2026-11-23T22:15"), Duration.ofMinutes(1))).isEqualTo(china("2026-11-24T09:01"));
        assertThat(TIME.plus(china("2026-11-24T06:00"), Duration.ZERO)).isEqualTo(china("2026-11-24T09:00"));
    }

    @Test
    void nobodyWorksOverLunchOrAtTheWeekend() {
        assertThat(TIME.plus(china("2026-11-23T11:30"), Duration.ofHours(1))).isEqualTo(china("2026-11-23T14:00"));
        assertThat(TIME.plus(china("2026-11-20T17:00"), Duration.ofHours(1))).isEqualTo(china("2026-11-23T09:30"));
        assertThat(TIME.between(china("2026-11-20T17:00"), china("2026-11-23T09:30")))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void holidaysAreLeftOutAndMakeUpDaysCount() {
        assertThat(TIME.plusDays(china("2026-09-30T17:00"), 1)).isEqualTo(china("2026-10-08T17:00"));
        assertThat(TIME.plusDays(china("2026-10-03T12:00"), 3)).isEqualTo(china("2026-10-10T17:30"));
        assertThat(TIME.opening(LocalDate.of(2026, 10, 3))).isEqualTo(china("2026-10-08T09:00"));
    }

    @Test
    void theDayIsThePlacesDay() {
        // 01:00 on Monday in China is still Sunday in UTC.
        assertThat(TIME.plus(china("2026-11-23T01:00"), Duration.ofMinutes(30))).isEqualTo(china("2026-11-23T09:30"));
    }

    @Test
    void aYearNotAnnouncedCountsWeekendsOnlyAndSaysSo() {
        assertThat(TIME.plusDays(china("2026-12-31T15:00"), 1)).isEqualTo(china("2027-01-01T15:00"));
        assertThat(TIME.isProvisional(china("2027-01-01T15:00"))).isTrue();
        assertThat(TIME.isProvisional(china("2026-12-31T15:00"))).isFalse();
    }

    @Test
    void aDateIsKeptUntilTheEndOfItsDayOrOfTheNextWorkingDay() {
        assertThat(TIME.endOf(LocalDate.of(2026, 11, 20))).isEqualTo(china("2026-11-21T00:00"));
        assertThat(TIME.endOf(LocalDate.of(2026, 11, 21))).isEqualTo(china("2026-11-24T00:00"));
    }

    @Test
    void hoursThatOverlapOrRunBackwardsAreNone() {
        Shift morning = new Shift(LocalTime.of(9, 0), LocalTime.of(12, 0));
        assertThatThrownBy(() -> new WorkingHours(List.of(morning, morning)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WorkingHours(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Shift(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPauseKeepsWhatWasLeft() {
        Limit assessment = new Limit("assessment", 3, 6, true, null);
        Limit followUp = new Limit("follow-up", 14, 30, false, null);
        Pause pause = new Pause(china("2026-11-24T10:00"), china("2026-12-07T09:00"));

        // One day and one hour are used up when it begins.
        assertThat(assessment.dueAt(china("2026-11-23T09:00"), TIME, List.of(pause)))
                .isEqualTo(china("2026-12-08T16:30"));
        assertThat(followUp.dueAt(china("2026-11-20T10:00"), TIME, List.of(pause)))
                .isEqualTo(china("2026-12-17T09:00"));
        assertThat(assessment.dueAt(china("2026-11-16T09:00"), TIME, List.of(pause)))
                .isEqualTo(assessment.dueAt(china("2026-11-16T09:00"), TIME));
    }

    /** Random years, hours, places and pauses; and the same question again after the calendar has changed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyLimitEndsWhenASlowCountOfMinutesSaysSo(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            WorkingTime time = anyTime(random);
            Instant since = Instant.parse("2025-11-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(600_000)));
            Limit limit = new Limit("any", 1 + random.nextInt(12), 30, true, null);
            List<Pause> pauses = anyPauses(random, since);

            assertThat(limit.dueAt(since, time, pauses))
                    .as("seed %d, %s of %s days from %s with %s", seed, time, limit.days(), since, pauses)
                    .isEqualTo(counted(
                            time,
                            since,
                            time.hours().ofDay().multipliedBy(limit.days()).toMinutes(),
                            pauses));
            WorkingTime changed =
                    new WorkingTime(time.calendar().with(anyYear(random, 2026, false)), time.hours(), time.place());
            Instant due = changed.plusDays(since, limit.days());
            assertThat(due)
                    .isEqualTo(counted(
                            changed,
                            since,
                            time.hours().ofDay().multipliedBy(limit.days()).toMinutes(),
                            List.of()));
            assertThat(changed.between(since, due))
                    .isEqualTo(time.hours().ofDay().multipliedBy(limit.days()));
        }
    }

    /** Minute by minute: is anybody at work, and is nothing paused? */
    private static Instant counted(WorkingTime time, Instant since, long minutes, List<Pause> pauses) {
        Instant now = since;
        for (long left = minutes; left > 0; now = now.plusSeconds(60)) {
            Instant minute = now;
            boolean paused =
                    pauses.stream().anyMatch(pause -> !minute.isBefore(pause.from()) && minute.isBefore(pause.until()));
            if (!paused && isWorked(time, minute)) {
                left--;
            }
        }
        return now;
    }

    private static boolean isWorked(WorkingTime time, Instant minute) {
        LocalDateTime local = LocalDateTime.ofInstant(minute, time.place());
        LocalTime of = local.toLocalTime();
        return time.calendar().isWorkingDay(local.toLocalDate())
                && time.hours().shifts().stream()
                        .anyMatch(shift -> !of.isBefore(shift.from()) && of.isBefore(shift.to()));
    }

    private static WorkingTime anyTime(Random random) {
        List<WorkingCalendar.Year> years = new ArrayList<>();
        years.add(anyYear(random, 2025, false));
        years.add(anyYear(random, 2026, random.nextBoolean()));
        if (random.nextBoolean()) {
            years.add(anyYear(random, 2027, true));
        }
        ZoneId place = List.of(
                        BusinessClock.CHINA, ZoneId.of("Asia/Kolkata"), ZoneId.of("UTC"), ZoneId.of("Asia/Urumqi"))
                .get(random.nextInt(4));
        return new WorkingTime(WorkingCalendar.of(years), anyHours(random), place);
    }

    private static WorkingCalendar.Year anyYear(Random random, int year, boolean provisional) {
        Set<LocalDate> holidays = new HashSet<>();
        Set<LocalDate> workdays = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            LocalDate first = LocalDate.ofYearDay(year, 1 + random.nextInt(358));
            first.datesUntil(first.plusDays(1 + random.nextInt(7))).forEach(holidays::add);
            workdays.add(LocalDate.ofYearDay(year, 1 + random.nextInt(365)));
        }
        workdays.removeAll(holidays);
        return new WorkingCalendar.Year(year, holidays, workdays, provisional);
    }

    private static WorkingHours anyHours(Random random) {
        List<Shift> shifts = new ArrayList<>();
        LocalTime from = LocalTime.of(6 + random.nextInt(4), random.nextInt(60));
        for (int i = 0; i <= random.nextInt(3); i++) {
            LocalTime to = from.plusMinutes(30 + random.nextInt(150));
            shifts.add(new Shift(from, to));
            from = to.plusMinutes(random.nextInt(90));
        }
        return new WorkingHours(shifts);
    }

    private static List<Pause> anyPauses(Random random, Instant since) {
        List<Pause> pauses = new ArrayList<>();
        Instant from = since.minus(Duration.ofMinutes(random.nextInt(5_000)));
        for (int i = 0; i < random.nextInt(4); i++) {
            Instant until = from.plus(Duration.ofMinutes(1 + random.nextInt(10_000)));
            pauses.add(new Pause(from, until));
            from = until.plus(Duration.ofMinutes(random.nextInt(3_000)));
        }
        return pauses;
    }

    private static Instant china(String local) {
        return LocalDateTime.parse(local).atZone(BusinessClock.CHINA).toInstant();
    }
}
