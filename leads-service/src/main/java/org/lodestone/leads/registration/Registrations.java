package org.lodestone.leads.registration;

import java.time.Instant;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Registrations as their keys lead to them, and whether their time has really run out. */
@Component
class Registrations {

    private final AggregateStore<Registration> store;
    private final AggregateStore<Lead> leads;
    private final Claims claims;
    private final Terms terms;

    Registrations(AggregateStore<Registration> store, AggregateStore<Lead> leads, Claims claims, Terms terms) {
        this.store = store;
        this.leads = leads;
        this.claims = claims;
        this.terms = terms;
    }

    Instant now() {
        return terms.now();
    }

    /** A name of its own, so that it tells nothing of the lead it was made from. */
    String idOf(String leadId) {
        return store.newId(Command.ofSystem("registration:" + leadId, "system", Instant.EPOCH));
    }

    /** The one this lead holds, over or not. */
    Mono<Registration> of(Lead lead) {
        return claims.find(Keys.lead(lead.id()))
                .flatMap(claim -> store.load(claim.registration()))
                .switchIfEmpty(Mono.defer(() -> store.load(idOf(lead.id()))))
                .filter(registration -> registration.isOf(lead.id()))
                .switchIfEmpty(Mono.defer(() -> ofFirm(lead)
                        .filter(registration -> registration.isOf(lead.id()))
                        .next()));
    }

    /** Those that hold the keys of its firm, the first contact first. */
    Flux<Registration> ofFirm(Lead lead) {
        return Flux.fromIterable(Keys.of(lead).firm()).concatMap(this::holder).distinct(Registration::id);
    }

    Mono<Registration> holder(String key) {
        return claims.find(key).flatMap(claim -> store.load(claim.registration()));
    }

    /**
     * Whether it is over, now and for good: before it is given up its lead is asked for progress that was not counted yet, and what is over is
     * announced as such, so that nothing can renew it behind the back of who takes its keys.
     */
    Mono<Boolean> isOver(Registration registration) {
        if (!registration.isOver(terms.now())) {
            return Mono.just(false);
        }
        if (registration.standing().state() == Standing.State.EXPIRED) {
            return Mono.just(true);
        }
        return leads.load(registration.subject().leadId())
                .flatMap(lead -> renew(registration, lead))
                .defaultIfEmpty(registration)
                .flatMap(present -> present.isOver(terms.now()) ? expire(present, "TIME") : Mono.just(false));
    }

    /** Counts what was done about the lead; the registration as it is then. */
    Mono<Registration> renew(Registration registration, Lead lead) {
        Instant progressed = Terms.progressedAt(lead);
        if (progressed == null || registration.standing().state() == Standing.State.EXPIRED) {
            return Mono.just(registration);
        }
        Instant until = terms.until(registration.zone(), progressed);
        if (!until.isAfter(registration.term().until())) {
            return Mono.just(registration);
        }
        String key = "renew:" + registration.id() + ':' + until;
        Command command = Command.ofSystem(key, lead.trace().updatedBy(), terms.now());
        return changed(
                registration,
                store.change(registration.id(), command, 200, present -> present.renew(until, "PROGRESS", command)));
    }

    /** True once it is over; false when somebody renewed it meanwhile. */
    Mono<Boolean> expire(Registration registration, String cause) {
        Command command = Command.ofSystem(
                "expire:" + registration.id() + ':' + registration.term().until(), "system", terms.now());
        return changed(registration, store.change(registration.id(), command, 200, present -> {
                    boolean due = cause.equals("SETTLED") || present.isOver(command.at());
                    if (!due || present.standing().state() == Standing.State.EXPIRED) {
                        throw new RegistrationProblem.Expired();
                    }
                    return present.expire(cause, command);
                }))
                .map(present -> present.standing().state() == Standing.State.EXPIRED);
    }

    /** The value after a change the service made by itself; what the registration refuses leaves it as it is. */
    private Mono<Registration> changed(Registration before, Mono<Outcome<Registration>> change) {
        return change.flatMap(outcome -> switch (outcome) {
                    case Outcome.Done<Registration>(Registration now) -> Mono.just(now);
                    case Outcome.Replayed<Registration>(Registration now, int _) -> Mono.just(now);
                    case Outcome.Backlogged<Registration> _ -> Mono.<Registration>error(Problem.unavailable(15));
                    case Outcome.Busy<Registration> _,
                            Outcome.Absent<Registration> _,
                            Outcome.Stale<Registration> _,
                            Outcome.KeyReused<Registration> _ -> store.load(before.id());
                })
                .onErrorResume(RegistrationProblem.class, _ -> store.load(before.id()));
    }
}
