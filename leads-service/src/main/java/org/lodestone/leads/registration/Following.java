package org.lodestone.leads.registration;

import java.time.Clock;
import java.util.Objects;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Progress;
import org.lodestone.leads.registration.Claims.Claim;
import org.lodestone.leads.registration.Registration.Subject;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps a registration in step with its lead: progress renews it, a credit code learnt later claims its key, a clash comes to light. */
@Component
class Following {

    private final AggregateStore<Registration> store;
    private final Registrations registrations;
    private final Claims claims;
    private final Clashes clashes;
    private final Inheritance inheritance;
    private final Clock system = Clock.systemUTC();

    Following(
            AggregateStore<Registration> store,
            Registrations registrations,
            Claims claims,
            Clashes clashes,
            Inheritance inheritance) {
        this.store = store;
        this.registrations = registrations;
        this.claims = claims;
        this.clashes = clashes;
        this.inheritance = inheritance;
    }

    /** Follows from the lead alone, so that it may be done again at any time. */
    Mono<Void> follow(Lead lead) {
        Progress.Merger merged = lead.progress().merged();
        return merged == null ? keepUp(lead) : inheritance.afterMerge(lead, merged.into());
    }

    private Mono<Void> keepUp(Lead lead) {
        return claims.find(Keys.lead(lead.id()))
                .flatMap(claim -> store.load(claim.registration()))
                .filter(registration -> !registration.isOver(registrations.now()))
                .flatMap(registration -> inheritance.backAfterMerge(registration, lead))
                .filter(registration -> registration.isOf(lead.id()))
                .flatMap(registration -> registrations.renew(registration, lead))
                .flatMap(registration -> say(registration, lead))
                .flatMap(registration -> claim(registration, lead));
    }

    private Mono<Registration> say(Registration registration, Lead lead) {
        Subject now = Terms.subject(lead, registration.subject().further());
        boolean same = now.equals(registration.subject()) && Objects.equals(lead.park(), registration.park());
        if (same || lead.isWithdrawn()) {
            return Mono.just(registration);
        }
        String key = "lead:" + lead.id() + ':' + lead.version();
        Command command = Command.ofSystem(key, lead.trace().updatedBy(), registrations.now());
        return store.change(registration.id(), command, 200, present -> present.change(now, lead.park(), command))
                .then(Mono.defer(() -> store.load(registration.id())));
    }

    private Mono<Void> claim(Registration registration, Lead lead) {
        Keys keys = Keys.of(lead);
        return Flux.fromIterable(registration.subject().further() ? keys.project() : keys.all())
                .concatMap(key -> claim(key, registration))
                .then();
    }

    /** A key that another one holds is a clash, whoever learnt of it; one that nobody protects any more is taken over. */
    private Mono<Void> claim(String key, Registration registration) {
        Claim wanted = new Claim(
                key, registration.id(), registration.zone(), registration.term().on(), null, system.instant());
        return claims.take(wanted).flatMap(held -> {
            if (held.registration().equals(registration.id())) {
                return Mono.<Void>empty();
            }
            return store.load(held.registration())
                    .filter(other ->
                            held.ticket() == null && !registration.subject().further())
                    .flatMap(other -> registrations
                            .isOver(other)
                            .flatMap(
                                    over -> over ? claims.takeOver(held, wanted).then() : clash(registration, other)));
        });
    }

    /** Two projects of one firm in one zone are no quarrel. */
    private Mono<Void> clash(Registration one, Registration other) {
        return one.zone().equals(other.zone()) || one.clashesWith(other.id())
                ? Mono.empty()
                : clashes.found(one, other);
    }
}
