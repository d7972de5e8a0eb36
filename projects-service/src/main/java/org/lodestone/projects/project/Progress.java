package org.lodestone.projects.project;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a project is.
 *
 * @param stays the stages left behind, for figures of a past date
 * @param dues the clocks that run now
 */
public record Progress(String stage, Instant since, Standing standing, List<Stay> stays, List<Due> dues) {

    static Progress begin(String stage, Instant at) {
        return new Progress(stage, at, new Standing(ProjectStatus.ONGOING, at, null, null, null), List.of(), List.of());
    }

    Progress enter(String next, Instant at) {
        List<Stay> left = new ArrayList<>(stays);
        left.add(new Stay(stage, since, at));
        return new Progress(next, at, standing, left, dues);
    }

    Progress with(Standing next) {
        return new Progress(stage, since, next, stays, dues);
    }

    Progress with(List<Due> next) {
        return new Progress(stage, since, standing, stays, next);
    }

    boolean isOngoing() {
        return standing.status() == ProjectStatus.ONGOING;
    }

    Duration dwell(Instant until) {
        return Duration.between(since, until);
    }

    /** The status and why. */
    public record Standing(
            ProjectStatus status,
            Instant since,
            @Nullable LocalDate on,
            @Nullable String reason,
            @Nullable String approver) {}

    /** A stage that was left. */
    public record Stay(String stage, Instant from, Instant to) {}

    /**
     * A deadline that runs.
     *
     * @param dueAt from then on yellow
     * @param redAt from then on red
     */
    public record Due(String kind, Instant dueAt, Instant redAt) {}
}
