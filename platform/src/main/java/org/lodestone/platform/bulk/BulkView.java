package org.lodestone.platform.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A job as the wire has it.
 *
 * @param done rows that have a result
 * @param undone rows that were put back; {@code kept} those that stayed as they are, with the reason beside them
 * @param results of its rows in their order; those still waiting are left out
 * @param next cursor of further ones
 */
public record BulkView(
        String id,
        BulkJob.State state,
        String action,
        Map<String, List<String>> with,
        Instant at,
        int total,
        int done,
        int failed,
        int undone,
        int kept,
        Instant undoUntil,
        @Nullable List<Result> results,
        @Nullable String next) {

    /**
     * @param ok whether it was done
     * @param undo of an undone job: whether it was put back
     */
    public record Result(
            String id,
            @Nullable String number,
            boolean ok,
            @Nullable JsonNode problem,
            @Nullable Undo undo) {}

    public record Undo(boolean ok, @Nullable JsonNode problem) {}

    static BulkView of(BulkJob job, @Nullable List<Result> results, @Nullable String next) {
        BulkJob.Course course = job.course();
        return new BulkView(
                job.id(),
                job.state(),
                job.order().action(),
                job.order().with(),
                job.order().at(),
                course.total(),
                course.done(),
                course.failed(),
                course.undone(),
                course.kept(),
                job.undoUntil(),
                results,
                next);
    }
}
