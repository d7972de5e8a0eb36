package org.lodestone.leads.registration;

import java.time.Clock;
import java.util.List;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.registration.Claims.Claim;
import org.lodestone.leads.registration.Registration.Heir;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A registration goes on with another lead. */
@Component
class Inheritance {

    private final AggregateStore<Registration> store;
    private final AggregateStore<Lead> leads;
    private final Claims claims;
    private final Terms terms;
    private final Clock system = Clock.systemUTC();

    Inheritance(AggregateStore<Registration> store, AggregateStore<Lead> leads, Claims claims, Terms terms) {
        this.store = store;
        this.leads = leads;
        this.claims = claims;
        this.terms = terms;
    }

    /** The first contact outlives a merge: the lead that continues goes on with it. */
    Mono<Void> afterMerge(Lead lead, String into) {
        String key = "merged:" + lead.id() + ':' + lead.version();
        Command command = Command.ofSystem(key, lead.trace().updatedBy(), terms.now());
        return leads.load(into).flatMap(heir -> pass(lead.id(), heir, command));
    }

    /**
     * A merge that was undone gives the registration back to the lead it came from. Within a zone nothing but a merge moves it from lead to
     * lead, so a lead that has its claim, goes on by itself and does not hold it is such a one. The other's claim goes first: else it would
     * take for its own what it had for a while.
     */
    Mono<Registration> backAfterMerge(Registration registration, Lead lead) {
        boolean same = registration.isOf(lead.id()) || !registration.zone().equals(lead.zone());
        if (same || lead.isWithdrawn() || lead.trace().to() != null) {
            return Mono.just(registration);
        }
        String other = registration.subject().leadId();
        Command command = Command.ofSystem(
                "unmerged:" + lead.id() + ':' + lead.version(), lead.trace().updatedBy(), terms.now());
        return letGo(registration, other, Keys.of(lead).all())
                .then(moved(registration, other, lead, command))
                .then(Mono.defer(() -> store.load(registration.id())));
    }

    /** What it held for the other lead's sake, that lead's own claim first. */
    private Mono<Void> letGo(Registration registration, String other, List<String> own) {
        Flux<String> theirs =
                leads.load(other).flatMapIterable(lead -> Keys.of(lead).all());
        return Flux.concat(Mono.just(Keys.lead(other)), theirs)
                .filter(key -> !own.contains(key))
                .concatMap(claims::find)
                .filter(claim -> claim.registration().equals(registration.id()))
                .concatMap(claims::release)
                .then();
    }

    /** From a lead to the one that continues it; nothing happens when it has none, or when that was done before. */
    Mono<Void> pass(String from, Lead to, Command command) {
        return claims.find(Keys.lead(from))
                .flatMap(claim -> store.load(claim.registration()))
                .filter(registration -> !registration.isOver(terms.now()))
                .flatMap(registration -> moved(registration, from, to, command)
                        .then(Mono.defer(() -> claims.take(new Claim(
                                Keys.lead(to.id()),
                                registration.id(),
                                to.zone(),
                                registration.term().on(),
                                null,
                                system.instant())))))
                .then();
    }

    private Mono<Void> moved(Registration registration, String from, Lead to, Command command) {
        if (!registration.isOf(from)) {
            return Mono.empty();
        }
        Heir heir = new Heir(
                to.zone(), to.park(), Terms.subject(to, registration.subject().further()));
        return store.change(registration.id(), command, 200, present -> {
                    if (!present.isOf(from)) {
                        throw new RegistrationProblem.Expired();
                    }
                    return to.zone().equals(present.zone())
                            ? present.change(heir.subject(), heir.park(), command)
                            : present.transfer(heir, command);
                })
                .then()
                .onErrorResume(RegistrationProblem.Expired.class, _ -> Mono.empty());
    }
}
