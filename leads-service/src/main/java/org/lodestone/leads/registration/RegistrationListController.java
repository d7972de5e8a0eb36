package org.lodestone.leads.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.registration.Standing.State;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Registrations as a list, what waits for the city first. */
@RestController
class RegistrationListController {

    private static final String ORDER = "-disputedAt,-takenAt";

    private final SearchIndex<Registration> index;
    private final RegistrationReader reader;
    private final BusinessClock clock;

    RegistrationListController(SearchIndex<Registration> index, RegistrationReader reader, BusinessClock clock) {
        this.index = index;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/api/registrations")
    Mono<Page<RegistrationView>> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<State> state,
            @RequestParam(required = false) @Nullable List<String> zone,
            @RequestParam(required = false) @Nullable Boolean furtherProject,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestHeader(name = Answers.READ_AFTER, required = false) @Nullable String readAfter,
            Scope scope) {
        Rights.require(scope, Right.READ);
        List<Condition> filters = new ArrayList<>();
        // Between two commas there may be nothing.
        List<State> states = state == null
                ? List.of()
                : state.stream().filter(Objects::nonNull).toList();
        if (!states.isEmpty()) {
            filters.add(in(states, clock.now()));
        }
        if (zone != null && !zone.isEmpty()) {
            filters.add(new Condition.AnyOf("zone", zone));
        }
        if (furtherProject != null) {
            filters.add(Condition.is("further", furtherProject.toString()));
        }
        SearchRequest request = new SearchRequest(q, filters, ORDER, cursor, Page.limit(limit), List.of());
        return index.awaitRead(readAfter)
                .then(Mono.defer(() -> index.search(scope, request)))
                .map(found -> new Page<>(
                        found.items().stream()
                                .map(hit -> reader.listed(hit.aggregate(), scope))
                                .toList(),
                        found.next(),
                        new Page.Total(found.total(), found.exact()),
                        null));
    }

    /** Nothing that time changes is stored: what is past its end is expired, whatever it says. */
    private static Condition in(List<State> states, Instant now) {
        Condition over = new Condition.Range("until", null, now);
        return new Condition.Any(states.stream()
                .<Condition>map(state -> {
                    Condition written = Condition.is("state", state.name());
                    return state == State.EXPIRED
                            ? new Condition.Any(List.of(written, over))
                            : new Condition.All(List.of(written, new Condition.Not(over)));
                })
                .toList());
    }
}
