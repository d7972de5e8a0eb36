package org.lodestone.projects.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.HistoryEntry;
import org.lodestone.platform.aggregate.HistoryEntry.Change;
import org.lodestone.platform.aggregate.HistoryVerification;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
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

    /** Bookkeeping that follows from the rest, or is said by the line itself. */
    private static final List<String> UNTOLD = List.of("progress.stays", "progress.since", "progress.dues", "trace.");

    private static final List<String> GROUPS =
            List.of("profile.business.", "profile.", "plan.", "dossier.", "progress.standing.", "progress.");

    private final AggregateStore<Project> projects;

    HistoryController(AggregateStore<Project> projects) {
        this.projects = projects;
    }

    /** @param next cursor of older lines */
    record Lines(List<HistoryEntry> items, @Nullable String next) {}

    @GetMapping("/api/projects/{id}/history")
    Mono<Lines> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope) {
        Rights.require(scope, Right.READ);
        int most = Page.limit(limit);
        return projects.history(scope, id, before(cursor), most)
                .map(entries -> lines(entries, most))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Whether nobody changed what is told here. */
    @GetMapping(path = "/api/projects/{id}/history", params = "verify=true")
    Mono<HistoryVerification> verify(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return projects.verify(scope, id).switchIfEmpty(Mono.error(Problem::notFound));
    }

    private static @Nullable Long before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw Problem.invalid(FieldProblem.of("cursor", "cursor"));
        }
        return Long.valueOf(cursor);
    }

    private static Lines lines(List<HistoryEntry> entries, int limit) {
        boolean more = entries.size() == limit && entries.getLast().sequence() > 1;
        return new Lines(
                entries.stream().map(HistoryController::told).toList(),
                more ? Long.toString(entries.getLast().sequence()) : null);
    }

    private static HistoryEntry told(HistoryEntry entry) {
        return new HistoryEntry(
                entry.sequence(),
                entry.at(),
                entry.by(),
                entry.recordedAt(),
                entry.recordedBy(),
                entry.kind(),
                entry.from(),
                entry.to(),
                entry.reason(),
                entry.note(),
                entry.dwellSeconds(),
                entry.changes().stream()
                        .filter(change -> UNTOLD.stream().noneMatch(change.field()::startsWith))
                        .map(HistoryController::named)
                        .toList());
    }

    private static Change named(Change change) {
        return GROUPS.stream()
                .filter(change.field()::startsWith)
                .findFirst()
                .map(group -> new Change(
                        change.field().substring(group.length()), change.before(), change.after(), change.erased()))
                .orElse(change);
    }
}
