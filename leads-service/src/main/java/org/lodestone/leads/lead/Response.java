package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first response to a lead, a dated fact, so that a figure for a past date stays what it was: a follow-up logged, or the first state
 * left for another. What is told of later counts when it is told.
 *
 * @param dueAt until when it had to be given, as the clock last said
 * @param at when it was given
 */
public record Response(Instant dueAt, @Nullable Instant at) {

    boolean isInTime() {
        return at != null && at.isBefore(dueAt);
    }

    /** As soon as it is given, or had to be. */
    Instant knownAt() {
        return at != null && at.isBefore(dueAt) ? at : dueAt;
    }

    static boolean isGiven(Lead lead) {
        return !lead.care().followUps().isEmpty() || lead.progress().stays().size() > 1;
    }

    /** Of a lead that comes with its past. */
    static @Nullable Instant told(Lead lead) {
        Stream<Instant> moments = Stream.concat(
                lead.care().followUps().stream().map(Care.FollowUp::at),
                lead.progress().stays().stream().skip(1).map(Progress.Stay::from));
        return moments.min(Instant::compareTo).orElse(null);
    }
}
