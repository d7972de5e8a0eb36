package org.lodestone.leads.lead;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;

/**
 * Where a lead stands, and every state it was in: figures for a past date are counted from these stays.
 *
 * @param held how it is held, while it is
 * @param lost why it was lost, if it was
 */
public record Progress(
        String state,
        Instant since,
        List<Stay> stays,
        @Nullable Hold held,
        @Nullable Loss lost,
        @Nullable Signing signing) {

    /** @param until {@code null} for the present state */
    public record Stay(String state, Instant from, @Nullable Instant until) {}

    /** @param from the state to return to */
    public record Hold(String from, String reason, @Nullable LocalDate revisitOn) {}

    /** @param to the place of the competitor that won */
    public record Loss(String reason, @Nullable String to) {}

    /** A formal contract and the one project it opens. */
    public record Signing(String projectId, String number, LocalDate on, Amount amount) {}

    static Progress begin(String state, Instant at) {
        return new Progress(state, at, List.of(new Stay(state, at, null)), null, null, null);
    }

    /** The same past, a new present; what held or lost it is said by the caller. */
    Progress enter(String next, Instant at) {
        List<Stay> path = new ArrayList<>(stays.subList(0, stays.size() - 1));
        path.add(new Stay(state, since, at));
        path.add(new Stay(next, at, null));
        return new Progress(next, at, List.copyOf(path), null, null, null);
    }

    Progress heldBecause(Hold hold) {
        return new Progress(state, since, stays, hold, null, null);
    }

    Progress lostBecause(Loss loss) {
        return new Progress(state, since, stays, null, loss, null);
    }

    Progress signed(Signing contract) {
        return new Progress(state, since, stays, null, null, contract);
    }

    Duration dwell(Instant until) {
        return Duration.between(since, until);
    }
}
