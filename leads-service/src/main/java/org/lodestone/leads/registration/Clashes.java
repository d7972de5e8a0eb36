package org.lodestone.leads.registration;

import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.registration.Claims.Claim;
import org.lodestone.leads.registration.Standing.Clash;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Two registrations that turn out to be of one firm. Each step is guarded and may be done again: whatever a crash left half done is found by
 * {@link Housekeeping} among the clashing ones and brought to its end.
 */
@Component
class Clashes {

    private final AggregateStore<Registration> store;
    private final AggregateStore<Lead> leads;
    private final Registrations registrations;
    private final Claims claims;
    private final Terms terms;

    Clashes(
            AggregateStore<Registration> store,
            AggregateStore<Lead> leads,
            Registrations registrations,
            Claims claims,
            Terms terms) {
        this.store = store;
        this.leads = leads;
        this.registrations = registrations;
        this.claims = claims;
        this.terms = terms;
    }

    /** Each knows of the other. */
    Mono<Void> found(Registration one, Registration other) {
        return note(one.id(), other).then(Mono.defer(() -> note(other.id(), one)));
    }

    /** What the ruling ended gives its keys to who stays, and only then ends: until then it is found again. */
    Mono<Void> settle(Registration settled) {
        Standing.Ruling ruling = settled.standing().ruling();
        if (ruling == null) {
            return Mono.empty();
        }
        return inherit(Keys.lead(settled.subject().leadId()), settled)
                .thenMany(Flux.fromIterable(ruling.ended()))
                .concatMap(ended -> store.load(ended).flatMap(registration -> end(registration, settled)))
                .then();
    }

    /** What a crash may have left: an other one that does not know yet, or one that has lost already. */
    Mono<Void> mend(Registration clashing) {
        return Flux.fromIterable(clashing.standing().clashes())
                .concatMap(clash -> store.load(clash.registration()))
                .concatMap(other -> {
                    if (other.hasEnded(clashing.id())) {
                        return end(clashing, other);
                    }
                    return other.isOver(terms.now()) ? Mono.<Void>empty() : note(other.id(), clashing);
                })
                .then();
    }

    private Mono<Void> end(Registration loser, Registration winner) {
        if (loser.standing().state() == Standing.State.EXPIRED) {
            return Mono.empty();
        }
        return leads.load(loser.subject().leadId())
                .flatMapIterable(lead -> Keys.of(lead).firm())
                .concatMap(key -> claims.pass(key, loser.id(), claim(key, winner)))
                .then(Mono.defer(() -> registrations.expire(loser, "SETTLED")))
                .then();
    }

    /** The lead's own key, so that its progress renews what it now holds. */
    private Mono<Void> inherit(String key, Registration heir) {
        Claim wanted = claim(key, heir);
        return claims.take(wanted)
                .flatMap(held -> heir.hasEnded(held.registration())
                        ? claims.takeOver(held, wanted).then()
                        : Mono.<Void>empty());
    }

    private Mono<Void> note(String id, Registration other) {
        String key = "clash:" + id + ':' + other.id() + ':' + other.term().takenAt();
        Command command = Command.ofSystem(key, "system", terms.now());
        return store.change(id, command, 200, present -> {
                    if (present.clashesWith(other.id()) || present.isOver(command.at())) {
                        throw new RegistrationProblem.AlreadyDisputed();
                    }
                    return present.clash(new Clash(other.id(), other.zone()), command);
                })
                .then()
                .onErrorResume(RegistrationProblem.class, _ -> Mono.empty());
    }

    private static Claim claim(String key, Registration holder) {
        return new Claim(
                key,
                holder.id(),
                holder.zone(),
                holder.term().on(),
                null,
                holder.term().takenAt());
    }
}
