package org.lodestone.projects.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Deadline;
import org.lodestone.platform.pipeline.Limit;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.time.WorkingTime;

/** What a zone decides about its projects: the pipeline, what its stages mean, and when people work. */
public record ProjectRules(PipelineTemplate template, Pools pools, WorkingTime time) {

    static final String START = "start";
    static final String MONTHLY_REPORT = "monthly-report";

    /** Months the start may slip until the light turns from yellow to red. */
    private static final int MONTHS_TO_RED = 2;

    /** The clocks that run for a project as it stands. They follow from the project alone; what is not ongoing has none. */
    List<Progress.Due> clocks(Progress progress, Plan plan, Dossier dossier) {
        List<Progress.Due> running = new ArrayList<>();
        if (progress.isOngoing()) {
            ofStage(progress).ifPresent(running::add);
            ofStart(progress, plan.targetStartOn()).ifPresent(running::add);
            ofReport(progress, dossier.reports()).ifPresent(running::add);
        }
        return List.copyOf(running);
    }

    /** What an event says of the clocks: those that started or moved, and those that stopped. */
    @Nullable
    List<Deadline> changes(List<Progress.Due> before, List<Progress.Due> after, Instant at) {
        List<Deadline> changes = new ArrayList<>();
        after.stream()
                .filter(due -> !before.contains(due))
                .forEach(due -> changes.add(Deadline.due(due.kind(), due.dueAt(), due.redAt())));
        before.stream()
                .filter(due -> after.stream().noneMatch(now -> now.kind().equals(due.kind())))
                .forEach(due -> changes.add(Deadline.met(due.kind(), at)));
        return changes.isEmpty() ? null : List.copyOf(changes);
    }

    LocalDate dateOf(Instant at) {
        return time.dateOf(at);
    }

    private Optional<Progress.Due> ofStage(Progress progress) {
        Limit limit = template.state(progress.stage()).limit();
        return limit == null
                ? Optional.empty()
                : Optional.of(new Progress.Due(
                        limit.kind(), limit.dueAt(progress.since(), time), limit.redAt(progress.since(), time)));
    }

    /** The target is a month: yellow when it is over without a start, red when it has slipped three months running. */
    private Optional<Progress.Due> ofStart(Progress progress, @Nullable LocalDate target) {
        String start = pools.start();
        if (target == null || start == null || template.order(progress.stage()) >= template.order(start)) {
            return Optional.empty();
        }
        return Optional.of(endOf(START, YearMonth.from(target), MONTHS_TO_RED));
    }

    /** A month's report is awaited from the month after the last one, or from the one the stage was entered in, and due at its end. */
    private Optional<Progress.Due> ofReport(Progress progress, List<ProgressReport> reports) {
        if (!pools.reported().contains(progress.stage())) {
            return Optional.empty();
        }
        YearMonth entered = YearMonth.from(dateOf(progress.since()));
        YearMonth awaited = reports.stream()
                .map(report -> YearMonth.parse(report.month()).plusMonths(1))
                .filter(month -> month.isAfter(entered))
                .max(YearMonth::compareTo)
                .orElse(entered);
        return Optional.of(endOf(MONTHLY_REPORT, awaited, 1));
    }

    private Progress.Due endOf(String kind, YearMonth month, int monthsToRed) {
        LocalDate next = month.plusMonths(1).atDay(1);
        return new Progress.Due(
                kind,
                next.atStartOfDay(time.place()).toInstant(),
                next.plusMonths(monthsToRed).atStartOfDay(time.place()).toInstant());
    }
}
