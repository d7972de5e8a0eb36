package org.lodestone.notifications.directory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.contracts.PersonAbsencesChanged;
import org.lodestone.contracts.PersonAbsencesChanged.Absence;

/** Who is away, as the directory topic announces it. */
final class StandIns {

    private final Map<String, List<Absence>> absences = new ConcurrentHashMap<>();

    void learn(PersonAbsencesChanged away) {
        absences.put(away.id(), away.absences());
    }

    /** Whoever does that person's work on the day, through several who are away; empty when they are there, or all in a circle are away. */
    Optional<String> of(String person, LocalDate day) {
        Set<String> seen = new HashSet<>();
        String now = person;
        while (seen.add(now)) {
            Optional<String> next = away(now, day).map(Absence::standIn);
            if (next.isEmpty()) {
                return Optional.of(now).filter(there -> !there.equals(person));
            }
            now = next.get();
        }
        return Optional.empty();
    }

    private Optional<Absence> away(String person, LocalDate day) {
        return absences.getOrDefault(person, List.of()).stream()
                .filter(absence -> !day.isBefore(absence.from()) && !day.isAfter(absence.to()))
                .findFirst();
    }
}
