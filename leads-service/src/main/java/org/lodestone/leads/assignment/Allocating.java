package org.lodestone.leads.assignment;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Choosing.Candidate;
import org.lodestone.leads.lead.Allocation;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Because.Code;
import org.lodestone.platform.aggregate.Command;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives new leads to whom they belong, as far as that person may have one more. */
@Component
class Allocating implements Allocation {

    private final Places places;
    private final Sharing sharing;
    private final Choosing choosing;
    private final Absences absences;
    private final Owners owners;

    Allocating(Places places, Sharing sharing, Choosing choosing, Absences absences, Owners owners) {
        this.places = places;
        this.sharing = sharing;
        this.choosing = choosing;
        this.absences = absences;
        this.owners = owners;
    }

    @Override
    public <T> Mono<T> place(Newcomer lead, Function<Given, Mono<T>> store) {
        boolean open = lead.asked().owner() == null || lead.last();
        return open ? byRule(lead, store) : named(lead, false, store);
    }

    @Override
    public Mono<Given> freely(Newcomer lead) {
        String owner = lead.asked().owner();
        return owner == null || lead.code() != Code.IMPORTED
                ? Mono.empty()
                : sharing.counts(lead.zone())
                        .filter(counted -> !counted)
                        .flatMap(_ -> lead.last() ? choosing.mayChoose(lead.zone(), lead.form()) : Mono.just(false))
                        .filter(chosen -> !chosen)
                        .map(_ -> given(lead, new Absences.Present(owner, null)));
    }

    /** One after the other is tried, until somebody has room. */
    private <T> Mono<T> byRule(Newcomer lead, Function<Given, Mono<T>> store) {
        return choosing.candidates(lead.zone(), lead.form())
                .collectList()
                .flatMap(all -> Flux.fromIterable(all)
                        .concatMap(candidate -> chosen(lead, candidate, store), 1)
                        .next()
                        .switchIfEmpty(Mono.defer(() -> named(lead, !all.isEmpty(), store))));
    }

    private <T> Mono<T> chosen(Newcomer lead, Candidate candidate, Function<Given, Mono<T>> store) {
        Assignment to = owners.of(lead.asked(), candidate.person());
        Because because = candidate.because(lead.command());
        Mono<T> write = Mono.defer(() -> store.apply(new Given(to, because)));
        return sharing.wish(lead.zone(), candidate.person(), lead.id(), candidate.rule())
                .flatMap(wish -> places.keep(wish, write))
                .onErrorResume(AssignmentProblem.CapacityReached.class, _ -> Mono.empty());
    }

    /** A lead that is logged is never refused for want of room, unless somebody else was to have it. */
    private <T> Mono<T> named(Newcomer lead, boolean full, Function<Given, Mono<T>> store) {
        Command command = lead.command();
        String owner = lead.asked().owner();
        if (owner == null) {
            return store.apply(new Given(lead.asked(), because(full ? Code.CAPACITY : Code.NO_RULE, command)));
        }
        Mono<T> kept = present(lead, owner)
                .flatMap(there -> sharing.wish(lead.zone(), there.person(), lead.id())
                        .flatMap(wish -> places.keep(wish, Mono.defer(() -> store.apply(given(lead, there))))));
        return lead.code() == Code.ASSIGNED
                ? kept
                : kept.onErrorResume(
                        AssignmentProblem.CapacityReached.class,
                        _ -> store.apply(new Given(lead.asked().ownedBy(null), because(Code.CAPACITY, command))));
    }

    private Given given(Newcomer lead, Absences.Present there) {
        Because because = because(lead.code(), lead.command()).standingInFor(there.insteadOf());
        Assignment to = there.insteadOf() == null ? lead.asked() : owners.of(lead.asked(), there.person());
        return new Given(to, because);
    }

    /** What somebody logs or a ledger tells of is no new work that another would have to take over. */
    private Mono<Absences.Present> present(Newcomer lead, String owner) {
        return lead.code() == Code.CREATED || lead.code() == Code.IMPORTED
                ? Mono.just(new Absences.Present(owner, null))
                : absences.present(owner, lead.zone());
    }

    @Override
    public <T> Mono<T> seated(Seat seat, Function<Taker, Mono<T>> write) {
        Mono<T> kept = seat.to() == null
                ? Mono.defer(() -> write.apply(Taker.of(null)))
                : absences.present(seat.to(), seat.zone()).flatMap(there -> kept(seat, there, write));
        return kept.flatMap(done -> left(seat.zone(), seat.lead(), seat.from()).thenReturn(done));
    }

    private <T> Mono<T> kept(Seat seat, Absences.Present there, Function<Taker, Mono<T>> write) {
        Taker taker = new Taker(there.person(), there.insteadOf());
        return sharing.wish(seat.zone(), there.person(), seat.lead())
                .flatMap(wish -> places.keep(wish, Mono.defer(() -> write.apply(taker))));
    }

    private Mono<Void> left(String zone, String lead, @Nullable String from) {
        return from == null ? Mono.empty() : places.settle(places.holding(zone, from), lead, null, false);
    }

    private static Because because(Code code, Command command) {
        return Because.of(code, command.recordedAt(), command.by());
    }
}
