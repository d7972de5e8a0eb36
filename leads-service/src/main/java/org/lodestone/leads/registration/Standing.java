package org.lodestone.leads.registration;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a registration stands between the zones.
 *
 * @param credit who may count how much of it; together 100, so that every total counts the project once
 * @param disputes of other zones, oldest first; those before the ruling are settled by it
 * @param clashes other registrations of the same firm that came to light later
 * @param ruling the city's last one
 */
public record Standing(
        State state,
        List<Share> credit,
        List<Dispute> disputes,
        List<Clash> clashes,
        @Nullable Ruling ruling) {

    /** {@code EXPIRED} also follows from the time alone: {@link Registration#stateAt}. */
    public enum State {
        PROTECTED,
        CLASHING,
        ARBITRATED,
        TRANSFERRED,
        EXPIRED
    }

    public record Share(String zone, int percent) {}

    /** @param leadId the disputing zone's own lead of the firm */
    public record Dispute(String zone, String leadId, String by, Instant at, String reason) {}

    public record Clash(String registration, String zone) {}

    public enum Verdict {
        KEEP,
        TRANSFER,
        SPLIT
    }

    /** @param ended registrations that gave way to this one; they end themselves as soon as they see it */
    public record Ruling(Verdict decision, String by, Instant at, String reason, List<String> ended) {}

    static Standing begin(String zone) {
        return new Standing(State.PROTECTED, whole(zone), List.of(), List.of(), null);
    }

    static List<Share> whole(String zone) {
        return List.of(new Share(zone, 100));
    }

    /** Since when it waits for the city; {@code null} when it does not. */
    @Nullable
    Instant disputedAt() {
        Ruling last = ruling;
        return disputes.stream()
                .map(Dispute::at)
                .filter(at -> last == null || at.isAfter(last.at()))
                .findFirst()
                .orElse(null);
    }

    /** A clash is for the city like a dispute, though nobody complained; it sorts before those that wait since a known moment. */
    @Nullable
    Instant waitingSince() {
        Instant disputed = disputedAt();
        return disputed == null && state == State.CLASHING ? Instant.EPOCH : disputed;
    }

    boolean isDisputedBy(String zone) {
        Ruling last = ruling;
        return disputes.stream()
                .anyMatch(dispute -> dispute.zone().equals(zone)
                        && (last == null || dispute.at().isAfter(last.at())));
    }

    Standing in(State next) {
        return new Standing(next, credit, disputes, clashes, ruling);
    }

    Standing with(Dispute dispute) {
        return new Standing(
                State.CLASHING,
                credit,
                Stream.concat(disputes.stream(), Stream.of(dispute)).toList(),
                clashes,
                ruling);
    }

    Standing with(Clash clash) {
        return new Standing(
                State.CLASHING,
                credit,
                disputes,
                Stream.concat(clashes.stream(), Stream.of(clash)).toList(),
                ruling);
    }

    Standing ruled(State next, Ruling decided, List<Share> shares) {
        return new Standing(next, shares, disputes, List.of(), decided);
    }

    Standing transferred(String zone) {
        return new Standing(State.TRANSFERRED, whole(zone), disputes, clashes, ruling);
    }
}
