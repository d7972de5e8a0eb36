package org.lodestone.leads.directory;

import java.time.LocalDate;
import java.util.List;
import org.lodestone.contracts.PersonAbsencesChanged;

/** When somebody is away and who stands in, as it is announced: whoever tells people of what falls due tells the stand-in too. */
public record Away(String person, List<Days> days) {

    /**
     * @param from the first day
     * @param to the last day
     */
    public record Days(LocalDate from, LocalDate to, String standIn) {}

    static Away of(PersonAbsencesChanged heard) {
        return new Away(
                heard.id(),
                heard.absences().stream()
                        .map(one -> new Days(one.from(), one.to(), one.standIn()))
                        .toList());
    }

    PersonAbsencesChanged event(String zone) {
        return new PersonAbsencesChanged(
                person,
                zone,
                days.stream()
                        .map(one -> new PersonAbsencesChanged.Absence(one.from(), one.to(), one.standIn()))
                        .toList());
    }
}
