package org.lodestone.leads.lead;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

/** What happened to a lead, newest first, under the names the wire uses. */
@RestController
class HistoryController {

    /** Bookkeeping that follows from the rest, or is said by the line itself. */
    private static final List<String> UNTOLD = List.of("progress.stays", "progress.since", "care.dues", "trace.");

    private static final List<String> GROUPS =
            List.of("profile.", "plan.business.", "plan.terms.", "plan.", "progress.", "care.");

    private final AggregateStore<Lead> leads;

    HistoryController(AggregateStore<Lead> leads) {
        this.leads = leads;
    }

    /** @param next cursor of older lines */
    record Lines(List<HistoryEntry> items, @Nullable String next) {}

    @GetMapping("/api/leads/{id}/history")
    Mono<Lines> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope) {
        Rights.require(scope, Right.READ);
        int most = Page.limit(limit);
        Long before = before(cursor);
        return leads.find(scope, id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(lead -> leads.history(scope, id, before, most)
                        .map(entries -> lines(entries, most, LeadView.seesContacts(lead, scope))));
    }

    /** Whether nobody changed what is told here. */
    @GetMapping(path = "/api/leads/{id}/history", params = "verify=true")
    Mono<HistoryVerification> verify(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return leads.verify(scope, id).switchIfEmpty(Mono.error(Problem::notFound));
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

    private static Lines lines(List<HistoryEntry> entries, int limit, boolean clear) {
        boolean more = entries.size() == limit && entries.getLast().sequence() > 1;
        return new Lines(
                entries.stream().map(entry -> told(entry, clear)).toList(),
                more ? Long.toString(entries.getLast().sequence()) : null);
    }

    private static HistoryEntry told(HistoryEntry entry, boolean clear) {
        List<Change> changes = entry.changes().stream()
                .filter(change -> UNTOLD.stream().noneMatch(change.field()::startsWith))
                .map(change -> named(change, clear))
                .toList();
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
                changes);
    }

    private static Change named(Change change, boolean clear) {
        String field = GROUPS.stream()
                .filter(change.field()::startsWith)
                .findFirst()
                .map(group -> change.field().substring(group.length()))
                .orElse(change.field());
        boolean hide = field.startsWith("contacts") && !clear;
        return hide
                ? new Change(field, masked(field, change.before()), masked(field, change.after()), change.erased())
                : new Change(field, change.before(), change.after(), change.erased());
    }

    /** A contact's history is as personal as the contact. */
    private static @Nullable Object masked(String field, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text when field.endsWith("phone") -> Contact.maskedPhone(text);
            case String text when field.endsWith("email") -> Contact.maskedEmail(text);
            case List<?> items ->
                items.stream().map(item -> masked(field, item)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> shown = new TreeMap<>();
                map.forEach((name, part) -> {
                    Object hidden = masked(Objects.toString(name), part);
                    if (hidden != null) {
                        shown.put(Objects.toString(name), hidden);
                    }
                });
                yield shown;
            }
            case Object other -> other;
        };
    }
}
