package org.lodestone.leads.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What nobody asks for but must be done: ends are announced, keys of unfinished attempts released, half-known clashes told. */
@Component
class Housekeeping {

    private final AggregateStore<Registration> store;
    private final SearchIndex<Registration> index;
    private final Registrations registrations;
    private final Claims claims;
    private final Upkeep upkeep;
    private final Clock system = Clock.systemUTC();
    private volatile boolean caughtUp;

    Housekeeping(
            AggregateStore<Registration> store,
            SearchIndex<Registration> index,
            Registrations registrations,
            Claims claims,
            Upkeep upkeep) {
        this.store = store;
        this.index = index;
        this.registrations = registrations;
        this.claims = claims;
        this.upkeep = upkeep;
    }

    /** While the index is being built nothing is found; what was done meanwhile must still be caught up with. */
    Mono<Void> look() {
        return caughtUp ? round() : catchUp().doOnSuccess(_ -> caughtUp = true);
    }

    /** Once, at the start: what was done to leads while nobody listened. */
    private Mono<Void> catchUp() {
        return round().thenMany(active().concatMap(upkeep::follow)).then();
    }

    Mono<Void> round() {
        return upkeep.resumeTransfers()
                .then(Mono.defer(this::expire))
                .then(Mono.defer(this::releaseAbandoned))
                .then(Mono.defer(this::mend));
    }

    Mono<Void> expire() {
        Condition due = new Condition.Range("until", null, registrations.now());
        Condition announced = Condition.is("state", Standing.State.EXPIRED.name());
        return found(due, new Condition.Not(announced))
                .concatMap(registration -> registrations.isOver(registration))
                .then();
    }

    /** An attempt that came to no end within a minute: its keys are its own if its registration is there, and nobody's if not. */
    Mono<Void> releaseAbandoned() {
        Instant before = system.instant().minus(Registrar.ABANDONED);
        return claims.pending()
                .filter(claim -> claim.at().isBefore(before))
                .concatMap(claim -> store.load(claim.registration())
                        .filter(registration -> !registration.isOver(registrations.now()))
                        .flatMap(_ -> claims.confirm(claim).then(Mono.just(true)))
                        .switchIfEmpty(Mono.defer(() -> claims.release(claim).thenReturn(false))))
                .then();
    }

    private Mono<Void> mend() {
        return found(Condition.is("state", Standing.State.CLASHING.name()))
                .concatMap(upkeep::mend)
                .then();
    }

    private Flux<Registration> active() {
        return found(new Condition.Range("until", registrations.now(), null));
    }

    private Flux<Registration> found(Condition... conditions) {
        return index.all(Scope.system(), SearchRequest.of(List.of(conditions), "until", 0))
                .map(Hit::aggregate);
    }
}
