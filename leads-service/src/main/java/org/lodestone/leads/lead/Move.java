package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.pipeline.Facts;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;

/**
 * A move that is asked for.
 *
 * @param reason a code of the template
 * @param note free text; never leaves in an event
 * @param revisitOn when a held lead is to be looked at again
 * @param lostTo the place of the competitor that won
 */
public record Move(
        @Nullable String to,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Paper contract,
        @Nullable LocalDate revisitOn,
        @Nullable String lostTo,
        @Nullable Instant at,
        @Nullable String by)
        implements Checked {

    private static final int NOTE = 2000;

    /** The formal contract, as far as it is given: what is missing is for the gate to say. */
    public record Paper(
            @Nullable String number,
            @Nullable LocalDate on,
            @Nullable Amount amount) {}

    @Override
    public void check(Checks checks) {
        checks.required("to", to).code("to", to).code("reason", reason).text("note", note, NOTE);
        checks.name("lostTo", lostTo).plausible("revisitOn", revisitOn);
        if (contract != null) {
            checks.name("contract.number", contract.number()).positive("contract.amount", contract.amount());
            checks.notInFuture("contract.on", contract.on(), null);
        }
    }

    String target() {
        return to == null ? "" : to;
    }

    /** What a gate may ask of the move itself. */
    Facts facts() {
        Map<String, Object> given = new HashMap<>();
        put(given, "reason", reason);
        put(given, "revisitOn", revisitOn);
        put(given, "lostTo", lostTo);
        put(given, "contract", contract);
        return Facts.of(Map.copyOf(given));
    }

    /** Where the history is brought in, the moment cannot lie before what is already known. */
    static void inOrder(Instant at, Instant since) {
        if (at.isBefore(since)) {
            throw Problem.invalid(FieldProblem.of("at", "before-last"));
        }
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
