package org.lodestone.leads.registration;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.registration.Claims.Claim;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes registrations. All keys or none: they are taken one after the other in an order that is the same for everybody, and only then is the
 * registration stored; who meets a key that is being taken waits for the outcome. A crash in between leaves keys of a registration that does
 * not exist, which {@link Housekeeping} releases.
 */
@Component
class Registrar {

    static final Duration ABANDONED = Duration.ofMinutes(1);

    /** Who waits for another attempt looks again so often, for three seconds. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final int PAUSES = 30;
    private static final int CREATED = 201;

    private final AggregateStore<Registration> store;
    private final Registrations registrations;
    private final Claims claims;
    private final Terms terms;
    private final Clock system = Clock.systemUTC();

    Registrar(AggregateStore<Registration> store, Registrations registrations, Claims claims, Terms terms) {
        this.store = store;
        this.registrations = registrations;
        this.claims = claims;
        this.terms = terms;
    }

    /** One try of one lead. */
    private record Attempt(Lead lead, Registration wanted, String ticket) {}

    /** Who was faster; the firm is still open for another project of it when only a key of the firm was lost. */
    private record Lost(String zone, java.time.LocalDate on, String key) {

        RegistrationProblem refusal() {
            return new RegistrationProblem.RegisteredFirst(zone, on);
        }
    }

    /** @param otherProject the officer says that this is not the project that is registered */
    Mono<Outcome<Registration>> take(Lead lead, boolean otherProject, Command command) {
        String id = registrations.idOf(lead.id());
        Keys keys = Keys.of(lead);
        Attempt attempt = attempt(lead, terms.of(id, lead, false, command));
        return replayed(id, command)
                .switchIfEmpty(Mono.defer(() -> claim(keys.all(), attempt))
                        .flatMap(lost -> lost.isEmpty()
                                ? store(attempt, keys.all(), command)
                                : furtherOrRefused(lost.get(), attempt, keys, otherProject, command)));
    }

    /** Another project of a firm that is registered: never refused, but for the city to look at. */
    private Mono<Outcome<Registration>> furtherOrRefused(
            Lost lost, Attempt first, Keys keys, boolean otherProject, Command command) {
        boolean open = keys.firm().contains(lost.key())
                && (otherProject || lost.zone().equals(first.lead().zone()));
        if (!open) {
            return Mono.error(lost.refusal());
        }
        Lead lead = first.lead();
        Attempt further = attempt(lead, terms.of(first.wanted().id(), lead, true, command));
        return claim(keys.ofFurtherProject(), further)
                .flatMap(again -> again.isEmpty()
                        ? store(further, keys.ofFurtherProject(), command)
                        : Mono.error(again.get().refusal()));
    }

    /** The same command again is answered as it was. */
    private Mono<Outcome<Registration>> replayed(String id, Command command) {
        String key = command.key();
        if (key == null) {
            return Mono.empty();
        }
        return store.load(id)
                .filter(known -> key.equals(known.term().command()))
                .map(known -> new Outcome.Replayed<>(known, CREATED));
    }

    /** Empty when all were taken; otherwise none is. */
    private Mono<Optional<Lost>> claim(List<String> keys, Attempt attempt) {
        return Flux.fromIterable(keys)
                .concatMap(key -> claim(key, attempt, PAUSES), 0)
                .filter(Optional::isPresent)
                .next()
                .defaultIfEmpty(Optional.empty())
                .flatMap(lost -> lost.isEmpty()
                        ? Mono.just(lost)
                        : release(keys.subList(0, keys.indexOf(lost.get().key())), attempt)
                                .thenReturn(lost));
    }

    private Mono<Optional<Lost>> claim(String key, Attempt attempt, int pauses) {
        Claim wanted = wanted(key, attempt);
        return claims.take(wanted)
                .flatMap(held -> held.isTakenBy(wanted)
                        ? Mono.just(Optional.<Lost>empty())
                        : contest(held, wanted, attempt, pauses));
    }

    private Mono<Optional<Lost>> contest(Claim held, Claim wanted, Attempt attempt, int pauses) {
        Mono<Optional<Lost>> again = Mono.defer(() -> claim(wanted.key(), attempt, pauses - 1));
        if (isBeingTaken(held)) {
            return pauses > 0
                    ? Mono.delay(PAUSE).then(again)
                    : Mono.just(Optional.of(new Lost(held.zone(), held.on(), held.key())));
        }
        return store.load(held.registration())
                .flatMap(holder -> registrations
                        .isOver(holder)
                        .flatMap(over -> over
                                ? claims.takeOver(held, wanted)
                                        .flatMap(ours -> ours ? Mono.just(Optional.<Lost>empty()) : again)
                                : Mono.just(Optional.of(
                                        new Lost(holder.zone(), holder.term().on(), held.key())))))
                .switchIfEmpty(Mono.defer(() -> claims.release(held).then(again)));
    }

    private boolean isBeingTaken(Claim held) {
        return held.ticket() != null && held.at().isAfter(system.instant().minus(ABANDONED));
    }

    private Mono<Outcome<Registration>> store(Attempt attempt, List<String> keys, Command command) {
        Registration wanted = attempt.wanted();
        return store.load(wanted.id())
                .flatMap(
                        known -> store.change(known.id(), command, CREATED, present -> present.retake(wanted, command)))
                .switchIfEmpty(Mono.defer(() -> store.create(command, Registration.take(wanted, command), CREATED)))
                .flatMap(outcome -> outcome instanceof Outcome.Done<Registration>
                        ? confirm(keys, attempt).thenReturn(outcome)
                        : release(keys, attempt).thenReturn(outcome))
                .onErrorResume(
                        RegistrationProblem.class,
                        refusal -> release(keys, attempt).then(Mono.error(refusal)));
    }

    private Mono<Void> confirm(List<String> keys, Attempt attempt) {
        return Flux.fromIterable(keys)
                .concatMap(key -> claims.confirm(wanted(key, attempt)))
                .then();
    }

    private Mono<Void> release(List<String> keys, Attempt attempt) {
        return Flux.fromIterable(keys)
                .concatMap(key -> claims.release(wanted(key, attempt)))
                .then();
    }

    private Attempt attempt(Lead lead, Registration wanted) {
        return new Attempt(lead, wanted, UUID.randomUUID().toString());
    }

    private Claim wanted(String key, Attempt attempt) {
        Registration wanted = attempt.wanted();
        return new Claim(key, wanted.id(), wanted.zone(), wanted.term().on(), attempt.ticket(), system.instant());
    }
}
