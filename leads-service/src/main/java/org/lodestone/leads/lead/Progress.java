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
 * @param merged where its work went on, while it is merged away; how it was held or lost before stays beside it
 */
public record Progress(
        String state,
        Instant since,
        List<Stay> stays,
        @Nullable Hold held,
        @Nullable Loss lost,
        @Nullable Signing signing,
        @Nullable Merger merged) {

    /** @param until {@code null} for the present state */
    public record Stay(String state, Instant from, @Nullable Instant until) {}

    /** @param from the state to return to */
    public record Hold(String from, String reason, @Nullable LocalDate revisitOn) {}

    /** @param to the place of the competitor that won */
    public record Loss(String reason, @Nullable String to) {}

    /** A formal contract and the one project it opens. */
    public record Signing(String projectId, String number, LocalDate on, Amount amount) {}

    /** @param merge the id of the merge, by which it can be undone */
    public record Merger(String into, String merge) {}

    static Progress begin(String state, Instant at) {
        return new Progress(state, at, List.of(new Stay(state, at, null)), null, null, null, null);
    }

    /** The same past, a new present; what held or lost it is said by the caller. */
    Progress enter(String next, Instant at) {
        List<Stay> path = new ArrayList<>(stays.subList(0, stays.size() - 1));
        path.add(new Stay(state, since, at));
        path.add(new Stay(next, at, null));
        return new Progress(next, at, List.copyOf(path), null, null, null, null);
    }

    Progress heldBecause(Hold hold) {
        return new Progress(state, since, stays, hold, null, null, null);
    }

    Progress lostBecause(Loss loss) {
        return new Progress(state, since, stays, null, loss, null, null);
    }

    Progress signed(Signing contract) {
        return new Progress(state, since, stays, null, null, contract, null);
    }

    Progress merged(Merger merger, String next, Instant at) {
        Progress entered = enter(next, at);
        return new Progress(next, at, entered.stays(), held, lost, signing, merger);
    }

    /** As it was before it was merged away, as if it had never been. */
    Progress unmerged() {
        Stay before = stays.get(stays.size() - 2);
        List<Stay> path = new ArrayList<>(stays.subList(0, stays.size() - 2));
        path.add(new Stay(before.state(), before.from(), null));
        return new Progress(before.state(), before.from(), List.copyOf(path), held, lost, signing, null);
    }

    Duration dwell(Instant until) {
        return Duration.between(since, until);
    }
}
