package org.lodestone.projects.project;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.HistoryTold;
import org.lodestone.platform.aggregate.HistoryVerification;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What happened to a project, newest first, under the names the wire uses. */
@RestController
class HistoryController {

    private static final HistoryTold TOLD = new HistoryTold(
            List.of("profile.business.", "profile.", "plan.", "dossier.", "progress.standing.", "progress."),
            List.of("progress.stays", "progress.since", "progress.dues", "trace."));

    private final AggregateStore<Project> projects;

    HistoryController(AggregateStore<Project> projects) {
        this.projects = projects;
    }

    @GetMapping("/api/projects/{id}/history")
    Mono<HistoryTold.Lines> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope) {
        Rights.require(scope, Right.READ);
        int most = Page.limit(limit);
        return projects.history(scope, id, HistoryTold.before(cursor), most)
                .map(entries -> TOLD.lines(entries, most, UnaryOperator.identity()))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Whether nobody changed what is told here. */
    @GetMapping(path = "/api/projects/{id}/history", params = "verify=true")
    Mono<HistoryVerification> verify(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return projects.verify(scope, id).switchIfEmpty(Mono.error(Problem::notFound));
    }
}
