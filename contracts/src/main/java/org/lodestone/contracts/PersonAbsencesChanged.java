package org.lodestone.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * When somebody of the directory is away and who stands in; none once all are over. {@code zone} is the first of the person's zones.
 *
 * @param absences all that are not over
 */
public record PersonAbsencesChanged(String id, String zone, List<Absence> absences) implements DirectoryEvent {

    /**
     * @param from the first day
     * @param to the last day
     */
    public record Absence(LocalDate from, LocalDate to, String standIn) {}
}
