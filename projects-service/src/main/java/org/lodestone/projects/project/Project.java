package org.lodestone.projects.project;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;

/** A project 招商项目: every change is a method that returns the new project with its one event, or refuses. */
public record Project(
        String id,
        long version,
        String zone,
        @Nullable String park,
        String number,
        Profile profile,
        Plan plan,
        Responsibility responsibility,
        Dossier dossier,
        Progress progress,
        Trace trace)
        implements Aggregate {

    private static final String ERASED = "personal-data-erased";

    /** A project begins in the first stage of its zone's pipeline, with what its lead hands over. */
    static Decision<Project> open(Opening opening, String number, ProjectRules rules, Command command) {
        Project project = new Project(
                        opening.id(),
                        0,
                        opening.zone(),
                        opening.park(),
                        number,
                        opening.profile(),
                        opening.plan(),
                        opening.responsibility(),
                        new Dossier(List.of(), List.of(), Dates.NONE, List.of()),
                        Progress.begin(rules.template().initial(), command.at()),
                        Trace.begin(opening.leadId(), command))
                .clocked(rules);
        return new Decision<>(project, ProjectEvents.opened(project, opening, rules, command), Line.of("opened"));
    }

    /** @param form the whole of what may be written, as it shall be */
    Decision<Project> revise(ProjectForm form, ProjectRules rules, Command command) {
        Project next = new Project(
                        id,
                        version,
                        zone,
                        form.park(),
                        number,
                        form.profile(),
                        form.plan(),
                        form.responsibilityOrNone(),
                        form.dossier(dossier.reports(), (version + 1) + "-"),
                        progress,
                        trace.touched(command))
                .clocked(rules);
        return new Decision<>(next, ProjectEvents.changed(this, next, rules, command), Line.of("changed"));
    }

    /** What comes with the move, its date and its evidence, counts for the gate and is kept. */
    Decision<Project> move(Move move, ProjectRules rules, Command command) {
        Project prepared = prepared(move, rules);
        PipelineTemplate template = rules.template();
        template.require(progress.stage(), null, move.target(), GateFacts.of(prepared), move.facts());
        prepared.requireRoom();
        requireOrder(command.at(), progress.since());
        boolean back = template.isBackward(progress.stage(), move.target());
        Project next = (back ? prepared : prepared.dated(move.target(), rules, command))
                .with(progress.enter(move.target(), command.at()))
                .touched(command)
                .clocked(rules);
        Duration dwell = progress.dwell(command.at());
        Line line = new Line("moved", progress.stage(), move.target(), move.reason(), move.note(), dwell);
        return new Decision<>(next, ProjectEvents.moved(this, next, move, rules, command), line);
    }

    /** Everything missing for a move; it is not made. */
    List<Unmet> unmet(Move move, ProjectRules rules) {
        GateFacts facts = GateFacts.of(prepared(move, rules));
        return rules.template().unmet(progress.stage(), null, move.target(), facts, move.facts());
    }

    /** The stage stays; what is not ongoing has no deadlines. */
    Decision<Project> change(StatusChange change, ProjectRules rules, Command command) {
        ProjectStatus from = progress.standing().status();
        if (change.target() == from) {
            throw Problem.transitionNotAllowed(from.name(), from.name(), from.allowed());
        }
        requireOrder(command.at(), progress.standing().since());
        Project next = with(progress.with(change.standing(command.at())))
                .touched(command)
                .clocked(rules);
        Line line = new Line(
                "status-changed",
                from.name(),
                change.target().name(),
                change.reason(),
                change.approver(),
                Duration.between(progress.standing().since(), command.at()));
        return new Decision<>(next, ProjectEvents.statusChanged(this, next, change, rules, command), line);
    }

    Decision<Project> report(MonthReport report, ProjectRules rules, Command command) {
        String month = report.reported().toString();
        if (dossier.reports().stream().anyMatch(known -> known.month().equals(month))) {
            throw new ProjectProblem.ReportExists(month);
        }
        Project next = with(dossier.with(report.received(command.at(), command.by())))
                .touched(command)
                .clocked(rules);
        return new Decision<>(
                next, ProjectEvents.reported(this, next, report, rules, command), Line.of("progress-reported"));
    }

    /** To another officer, with everything that is to be done about it. */
    Decision<Project> handOver(String to, ProjectRules rules, Command command) {
        Project next = new Project(
                id,
                version,
                zone,
                park,
                number,
                profile,
                plan,
                responsibility.ledBy(to),
                dossier,
                progress,
                trace.touched(command));
        Line line = new Line("handed-over", responsibility.officer(), to, "HANDOVER", null, null);
        return new Decision<>(next, ProjectEvents.changed(this, next, rules, command), line);
    }

    /** @param left the same project without a person who asked to be forgotten; neither event nor history say what was there */
    Decision<Project> forget(Project left, ProjectRules rules, Command command) {
        return new Decision<>(left, ProjectEvents.changed(this, left, rules, command), Line.quiet(ERASED));
    }

    boolean belongsTo(String person) {
        return person.equals(responsibility.officer()) || person.equals(trace.createdBy());
    }

    /** The possible moves with what is missing for them; none while it is suspended or terminated. */
    List<PipelineTemplate.Next> next(ProjectRules rules) {
        return progress.isOngoing() ? rules.template().next(progress.stage(), null, GateFacts.of(this)) : List.of();
    }

    Light lightAt(Instant now) {
        if (isPast(redAt(), now)) {
            return Light.RED;
        }
        return isPast(yellowAt(), now) ? Light.YELLOW : Light.GREEN;
    }

    @Nullable
    Instant yellowAt() {
        return progress.dues().stream()
                .map(Progress.Due::dueAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    @Nullable
    Instant redAt() {
        return progress.dues().stream()
                .map(Progress.Due::redAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Project prepared(Move move, ProjectRules rules) {
        requireOngoing(move.target());
        return with(dossier.withPapers(move.papers("d" + (version + 1) + "-"))).stating(move, rules);
    }

    private void requireOngoing(String target) {
        if (!progress.isOngoing()) {
            throw Problem.transitionNotAllowed(progress.stage(), target, List.of());
        }
    }

    private void requireRoom() {
        if (dossier.documents().size() > ProjectForm.MOST_ITEMS) {
            throw new ProjectProblem.TooManyPapers(ProjectForm.MOST_ITEMS);
        }
    }

    /** Where history is brought in, the moment cannot lie before what is already known. */
    private static void requireOrder(Instant at, Instant since) {
        if (at.isBefore(since)) {
            throw Problem.invalid(FieldProblem.of("at", "before-last"));
        }
    }

    private Project stating(Move move, ProjectRules rules) {
        Dates.Fact fact = rules.pools().facts().get(move.target());
        LocalDate on = move.on();
        return fact == null || on == null
                ? this
                : with(dossier.with(dossier.dates().with(fact, on)));
    }

    /** A stage that was entered without its date being asked for is dated by the move itself. */
    private Project dated(String stage, ProjectRules rules, Command command) {
        Dates.Fact fact = rules.pools().facts().get(stage);
        return fact == null || dossier.dates().get(fact) != null
                ? this
                : with(dossier.with(dossier.dates().with(fact, rules.dateOf(command.at()))));
    }

    private Project clocked(ProjectRules rules) {
        return with(progress.with(rules.clocks(progress, plan, dossier)));
    }

    private Project touched(Command command) {
        return new Project(
                id,
                version,
                zone,
                park,
                number,
                profile,
                plan,
                responsibility,
                dossier,
                progress,
                trace.touched(command));
    }

    private Project with(Progress next) {
        return new Project(id, version, zone, park, number, profile, plan, responsibility, dossier, next, trace);
    }

    private Project with(Dossier next) {
        return new Project(id, version, zone, park, number, profile, plan, responsibility, next, progress, trace);
    }

    private static boolean isPast(@Nullable Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now);
    }
}
