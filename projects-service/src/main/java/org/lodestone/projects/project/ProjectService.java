package org.lodestone.projects.project;

import java.util.List;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.events.TryLater;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.web.MergePatch;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Decides what is asked of projects: fetches what the project itself cannot know, and lets it decide. */
@Service
public class ProjectService {

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final AggregateStore<Project> projects;
    private final ProjectDesk desk;
    private final MergePatch mergePatch;

    ProjectService(AggregateStore<Project> projects, ProjectDesk desk, MergePatch mergePatch) {
        this.projects = projects;
        this.desk = desk;
        this.mergePatch = mergePatch;
    }

    /** Opens it unless it is open: its id comes from the lead, so that it can only exist once. */
    public Mono<Void> open(Opening opening, Command command) {
        return projects.load(opening.id())
                .hasElement()
                .flatMap(exists -> exists ? Mono.empty() : begin(opening, command));
    }

    private Mono<Void> begin(Opening opening, Command command) {
        return desk.number(opening.zone(), command.at())
                .map(number -> Project.open(opening, number, desk.rules(opening.zone()), command))
                .flatMap(first -> projects.create(command, first, CREATED))
                .then();
    }

    /** As long as it is with whom it shall come from; it may have gone to somebody else meanwhile. */
    public Mono<Void> handOver(String id, String from, String to, Command command) {
        return projects.load(id)
                .filter(project -> from.equals(project.responsibility().officer()))
                .flatMap(_ -> projects.change(id, command, OK, project -> {
                    if (!from.equals(project.responsibility().officer())) {
                        throw new Elsewhere();
                    }
                    return project.handOver(to, desk.rules(project.zone()), command);
                }))
                .map(ProjectService::done)
                .onErrorResume(Elsewhere.class, _ -> Mono.empty())
                .then();
    }

    /** What is only in the way for a moment is tried again: the event is not heard before. */
    private static Project done(Outcome<Project> outcome) {
        return switch (outcome) {
            case Outcome.Done<Project>(Project project) -> project;
            case Outcome.Replayed<Project>(Project project, int _) -> project;
            case Outcome.Absent<Project> _ -> throw new Elsewhere();
            case Outcome.Stale<Project> _,
                    Outcome.KeyReused<Project> _,
                    Outcome.Busy<Project> _,
                    Outcome.Backlogged<Project> _ -> throw new TryLater("a project is written by others", null);
        };
    }

    /** It is not theirs any more. */
    private static final class Elsewhere extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Elsewhere() {
            super("with somebody else", null, false, false);
        }
    }

    Mono<Outcome<Project>> revise(String id, JsonNode patch, Command command) {
        return projects.change(id, command, OK, project -> {
            ProjectAccess.mayWrite(command, project);
            ProjectForm form = mergePatch.apply(patch, ProjectForm.of(project), ProjectForm.READ_ONLY);
            ProjectAccess.mayRevise(command, project, form);
            desk.knows(form.responsibilityOrNone(), project.responsibility(), project.zone());
            return project.revise(form, desk.rules(project.zone()), command);
        });
    }

    Mono<Outcome<Project>> move(String id, Move move, Command command) {
        return projects.change(id, command, OK, project -> {
            ProjectAccess.mayWrite(command, project);
            return project.move(move, desk.rules(project.zone()), command);
        });
    }

    /** What is missing for the move, and leaves everything as it is. An impossible one is refused as the move would be. */
    Mono<List<Unmet>> rehearse(String id, Move move, Command command) {
        return projects.find(command.scope(), id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(project -> {
                    ProjectAccess.mayWrite(command, project);
                    return project.unmet(move, desk.rules(project.zone()));
                });
    }

    Mono<Outcome<Project>> changeStatus(String id, StatusChange change, Command command) {
        return projects.change(id, command, OK, project -> {
            Rights.require(command, Right.DECIDE);
            return project.change(change, desk.rules(project.zone()), command);
        });
    }

    public Mono<Outcome<Project>> report(String id, MonthReport report, Command command) {
        return projects.change(id, command, CREATED, project -> {
            ProjectAccess.mayWrite(command, project);
            return project.report(report, desk.rules(project.zone()), command);
        });
    }
}
