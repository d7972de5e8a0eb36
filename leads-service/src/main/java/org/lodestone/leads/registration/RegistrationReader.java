package org.lodestone.leads.registration;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.duplicate.FirstContact;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.HistoryEntry;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows a registration to whoever asks, with its history where that is theirs. */
@Component
class RegistrationReader {

    private static final int MOST_LINES = 200;

    private final AggregateStore<Registration> store;
    private final Answers answers;
    private final BusinessClock clock;

    RegistrationReader(AggregateStore<Registration> store, Answers answers, BusinessClock clock) {
        this.store = store;
        this.answers = answers;
        this.clock = clock;
    }

    /** Without a version where it is another zone's: how often it changed is nothing to know either. */
    Mono<ResponseEntity<Object>> found(Mono<Registration> registration, Scope scope) {
        return registration.switchIfEmpty(Mono.error(Problem::notFound)).flatMap(found -> {
            boolean ours = scope.covers(found.zone(), found.park());
            Mono<List<HistoryEntry>> history =
                    ours ? store.history(scope, found.id(), null, MOST_LINES) : Mono.just(List.of());
            return history.defaultIfEmpty(List.of()).map(lines -> {
                Object view = RegistrationView.of(found, scope, clock.now(), lines);
                ResponseEntity.BodyBuilder ok = ResponseEntity.ok();
                return ours ? ok.eTag("\"" + found.version() + "\"").body(view) : ok.body(view);
            });
        });
    }

    Mono<ResponseEntity<Object>> answer(
            Mono<Outcome<Registration>> outcome, Scope scope, @Nullable Function<Registration, URI> location) {
        return answers.of(outcome, 201, registration -> listed(registration, scope), location);
    }

    /** @param near first contacts of other zones under a name like this one */
    Mono<ResponseEntity<Object>> taken(
            Outcome<Registration> outcome, Scope scope, List<FirstContact> near, URI location) {
        List<RegistrationView.Near> seen = near.stream()
                .map(contact -> new RegistrationView.Near(contact.zone(), contact.on()))
                .toList();
        return answers.of(
                Mono.just(outcome),
                201,
                registration -> listed(registration, scope).beside(seen),
                _ -> location);
    }

    RegistrationView listed(Registration registration, Scope scope) {
        return RegistrationView.of(registration, scope, clock.now(), null);
    }
}
