package org.lodestone.contracts;

import java.time.LocalDate;
import java.util.List;

/** The working calendar of a year: public holidays and make-up workdays 调休. {@code provisional} until it is announced. */
public record CalendarChanged(
        int year, String zone, List<LocalDate> holidays, List<LocalDate> workdays, boolean provisional)
        implements DirectoryEvent {}
