package org.lodestone.leads.assignment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.assignment.Handover.Result;

/**
 * How far a handover is.
 *
 * @param total leads
 * @param results lead by lead; absent in lists
 * @param named where else they were named, and what became of it; absent in lists
 */
record HandoverView(
        String id,
        String state,
        String from,
        String to,
        @Nullable String reason,
        String by,
        Instant at,
        int total,
        long moved,
        long failed,
        @Nullable List<Result> results,
        @Nullable List<Named> named) {

    /** @param done whether it has become so */
    record Named(Mention.Kind kind, String id, String name, Mention.Outcome outcome, boolean done, String text) {}

    static HandoverView listed(Handover handover) {
        return of(handover, null, null);
    }

    static HandoverView whole(Handover handover, List<Named> named) {
        return of(handover, handover.results(), named);
    }

    private static HandoverView of(Handover handover, @Nullable List<Result> results, @Nullable List<Named> named) {
        Asked asked = handover.asked();
        long failed = handover.failed();
        return new HandoverView(
                handover.id(),
                handover.finished() ? "DONE" : "RUNNING",
                asked.from(),
                asked.to(),
                asked.reason(),
                asked.by(),
                asked.at(),
                handover.leads().size(),
                handover.results().size() - failed,
                failed,
                results,
                named);
    }
}
