package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a lead as the wire has it: the reason for its light.
 *
 * @param kind e.g. {@code first-response}
 * @param since when it began to run; absent where it is a date that was promised
 * @param dueAt yellow from here on
 * @param redAt red from here on
 * @param light of this clock alone
 * @param day it belongs to: a promised date stays its own, also where it counts as late only after the next working day
 * @param provisional counted through days whose holidays are not announced yet; only where one lead is read
 */
record ClockView(
        String kind,
        @Nullable Instant since,
        Instant dueAt,
        Instant redAt,
        Light light,
        LocalDate day,
        @Nullable Boolean provisional) {

    /** The one that falls due first comes first. */
    static List<ClockView> of(Lead lead, ZoneRules rules, boolean single, Instant now) {
        return lead.care().dues().stream()
                .sorted(java.util.Comparator.comparing(Care.Due::dueAt))
                .map(due -> new ClockView(
                        due.kind(),
                        due.since(),
                        due.dueAt(),
                        due.redAt(),
                        lightAt(due, now),
                        rules.dayOf(lead, due),
                        single ? rules.time().isProvisional(due.dueAt()) : null))
                .toList();
    }

    private static Light lightAt(Care.Due due, Instant now) {
        if (!due.redAt().isAfter(now)) {
            return Light.RED;
        }
        return due.dueAt().isAfter(now) ? Light.GREEN : Light.YELLOW;
    }
}
