package org.lodestone.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkingCalendarTests {

    /** National Day: 1 to 7 October off, 10 October (a Saturday) worked. */
    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(List.of(new WorkingCalendar.Year(
            2026,
            LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).collect(Collectors.toSet()),
            Set.of(LocalDate.of(2026, 10, 10)),
            false)));

    @Test
    void weekendsAreOffUnlessMadeUp() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 10, 9))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 10, 11))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 10, 5))).isFalse();
    }

    @Test
    void aHolidayIsSkippedForwardsAndBackwards() {
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 9, 30), 1)).isEqualTo("2026-10-08");
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 9, 30), 4)).isEqualTo("2026-10-12");
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 10, 8), -1)).isEqualTo("2026-09-30");
        assertThat(CALENDAR.addWorkingDays(LocalDate.of(2026, 10, 4), 0)).isEqualTo("2026-10-04");
    }

    @Test
    void workingDaysAreCountedAfterTheFirstAndWithTheLast() {
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 10, 12)))
                .isEqualTo(4);
        assertThat(CALENDAR.workingDaysBetween(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 12)))
                .isZero();
    }

    @Test
    void aYearNotAnnouncedIsProvisional() {
        assertThat(CALENDAR.isProvisional(LocalDate.of(2026, 5, 1))).isFalse();
        assertThat(CALENDAR.isProvisional(LocalDate.of(2027, 5, 1))).isTrue();
        assertThat(CALENDAR.with(new WorkingCalendar.Year(2027, Set.of(), Set.of(), false))
                        .isProvisional(LocalDate.of(2027, 5, 1)))
                .isFalse();
        assertThat(WorkingCalendar.unknown().isWorkingDay(LocalDate.of(2027, 5, 3)))
                .isTrue();
    }
}
