package org.lodestone.leads.lead;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.HistoryEntry.Change;
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

/** What happened to a lead, newest first, under the names the wire uses. */
@RestController
class HistoryController {

    private static final HistoryTold TOLD = new HistoryTold(
            List.of("profile.", "plan.business.", "plan.terms.", "plan.", "progress.", "care."),
            List.of("progress.stays", "progress.since", "care.dues", "trace."));

    private final AggregateStore<Lead> leads;

    HistoryController(AggregateStore<Lead> leads) {
        this.leads = leads;
    }

    @GetMapping("/api/leads/{id}/history")
    Mono<HistoryTold.Lines> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope) {
        Rights.require(scope, Right.READ);
        int most = Page.limit(limit);
        Long before = HistoryTold.before(cursor);
        return leads.find(scope, id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(lead -> leads.history(scope, id, before, most)
                        .map(entries -> TOLD.lines(entries, most, shown(lead, scope))));
    }

    /** Whether nobody changed what is told here. */
    @GetMapping(path = "/api/leads/{id}/history", params = "verify=true")
    Mono<HistoryVerification> verify(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return leads.verify(scope, id).switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Who is told of no contacts is told of none that were, either. */
    private static UnaryOperator<Change> shown(Lead lead, Scope scope) {
        boolean clear = LeadView.seesContacts(lead, scope);
        boolean none = LeadView.contacts(lead, scope) == null;
        return change -> {
            if (clear || !change.field().startsWith("contacts")) {
                return change;
            }
            return none ? new Change(change.field(), null, null, change.erased()) : masked(change);
        };
    }

    private static Change masked(Change change) {
        String field = change.field();
        return new Change(field, masked(field, change.before()), masked(field, change.after()), change.erased());
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
