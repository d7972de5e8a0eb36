package org.lodestone.leads.assignment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Holding.Slot;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps a place with a person while a lead goes to them, and settles afterwards who really has it. */
@Component
class Places {

    /** After so long no request is under way any more. */
    static final Duration ABANDONED = Duration.ofMinutes(1);

    private final ProcessStore<Holding> holdings;
    private final AggregateStore<Lead> leads;
    private final SearchIndex<Lead> index;
    private final Clock system = Clock.systemUTC();

    Places(ProcessStore<Holding> holdings, AggregateStore<Lead> leads, SearchIndex<Lead> index) {
        this.holdings = holdings;
        this.leads = leads;
        this.index = index;
    }

    /**
     * What is asked for.
     *
     * @param capacity 0 for without limit
     * @param claim the day it counts as a claim of, with the most of a day; {@code null} for what is no claim
     */
    record Wish(
            String zone,
            String person,
            String lead,
            int capacity,
            @Nullable ClaimDay claim) {

        String holding() {
            return Holding.id(zone, person);
        }
    }

    record ClaimDay(LocalDate today, int most) {}

    String holding(String zone, String person) {
        return Holding.id(zone, person);
    }

    /** The write happens between the place's being kept and its being settled; whichever way it ends. */
    <T> Mono<T> keep(Wish wish, Mono<T> write) {
        if (wish.capacity() == 0 && wish.claim() == null) {
            return write;
        }
        String ticket = UUID.randomUUID().toString();
        return reserve(wish, ticket)
                .then(Mono.defer(() -> write)
                        .onErrorResume(error -> settle(wish, ticket).then(Mono.error(error)))
                        .flatMap(done -> settle(wish, ticket).thenReturn(done)));
    }

    private Mono<Holding> reserve(Wish wish, String ticket) {
        return opened(wish)
                .flatMap(_ -> holdings.step(wish.holding(), present -> reserved(present, wish, ticket)))
                .onErrorResume(
                        AssignmentProblem.CapacityReached.class,
                        full -> reviewed(wish.holding())
                                .filter(freed -> freed)
                                .flatMap(_ -> holdings.step(wish.holding(), present -> reserved(present, wish, ticket)))
                                .switchIfEmpty(Mono.error(full)));
    }

    private Mono<Holding> opened(Wish wish) {
        return holdings.find(wish.holding())
                .switchIfEmpty(Mono.defer(() -> holdings.begin(Holding.empty(wish.holding()))))
                .flatMap(present -> wish.capacity() == 0 || present.counted() ? Mono.just(present) : count(present));
    }

    private Mono<Holding> count(Holding uncounted) {
        return held(uncounted)
                .flatMap(leads -> holdings.step(
                        uncounted.id(),
                        present -> present.counted() ? present : present.counting(leads, system.instant())));
    }

    private Holding reserved(Holding present, Wish wish, String ticket) {
        Holding next = present;
        if (wish.claim() != null) {
            ClaimDay day = wish.claim();
            if (day.most() > 0 && present.claimsOn(day.today(), wish.lead()) >= day.most()) {
                throw new AssignmentProblem.ClaimLimit(day.most());
            }
            next = next.claiming(wish.lead(), day.today());
        }
        if (wish.capacity() == 0) {
            return next;
        }
        if (present.slot(wish.lead()).isEmpty() && present.slots().size() >= wish.capacity()) {
            throw new AssignmentProblem.CapacityReached(wish.person(), wish.capacity());
        }
        return next.with(new Slot(wish.lead(), ticket, system.instant()));
    }

    private Mono<Void> settle(Wish wish, String ticket) {
        return settle(wish.holding(), wish.lead(), ticket, wish.claim() != null);
    }

    /** Whether the lead is there is for the lead to say; a place that another write keeps is left to that write. */
    Mono<Void> settle(String holding, String lead, @Nullable String ticket, boolean claim) {
        return holdings.find(holding)
                .filter(seen -> !isKeptByAnother(seen, lead, ticket))
                .flatMap(seen -> leads.load(lead)
                        .map(found -> seen.person().equals(found.assignment().owner()) && found.isUnended())
                        .defaultIfEmpty(false)
                        .flatMap(there -> settle(seen, lead, there, claim)))
                .flatMap(done -> done ? Mono.<Void>empty() : settle(holding, lead, ticket, claim));
    }

    private Mono<Boolean> settle(Holding seen, String lead, boolean there, boolean claim) {
        Holding settled = settled(seen, lead, there, claim);
        if (settled == seen) {
            return Mono.just(true);
        }
        AtomicBoolean written = new AtomicBoolean();
        return holdings.step(seen.id(), present -> {
                    written.set(present.version() == seen.version());
                    return written.get() ? settled : present;
                })
                .map(_ -> written.get());
    }

    private Holding settled(Holding seen, String lead, boolean there, boolean claim) {
        Holding next = claim && !there ? seen.unclaiming(lead) : seen;
        Slot slot = seen.slot(lead).orElse(null);
        boolean right = there ? slot != null && slot.ticket() == null : slot == null;
        if (!seen.counted() || right) {
            return next;
        }
        return there ? next.with(new Slot(lead, null, system.instant())) : next.without(lead);
    }

    private boolean isKeptByAnother(Holding seen, String lead, @Nullable String ticket) {
        Instant before = system.instant().minus(ABANDONED);
        return seen.slot(lead)
                .filter(slot -> slot.ticket() != null && !slot.ticket().equals(ticket))
                .filter(slot -> slot.at().isAfter(before))
                .isPresent();
    }

    /** Every place that does not look right is settled: those of ended leads, of writes that never came to an end. True if some became free. */
    Mono<Boolean> reviewed(String holding) {
        return holdings.find(holding)
                .filter(Holding::counted)
                .flatMap(seen -> held(seen).flatMap(present -> {
                    List<String> doubtful = Stream.concat(
                                    seen.slots().stream()
                                            .filter(slot -> slot.ticket() != null || !present.contains(slot.lead()))
                                            .map(Slot::lead),
                                    present.stream()
                                            .filter(lead -> seen.slot(lead).isEmpty()))
                            .toList();
                    return Flux.fromIterable(doubtful)
                            .concatMap(lead -> settle(holding, lead, null, false))
                            .then(holdings.find(holding))
                            .map(now -> now.slots().size() < seen.slots().size());
                }))
                .defaultIfEmpty(false);
    }

    Mono<Void> forget(Holding holding) {
        return holdings.step(holding.id(), present -> present.counted() ? present.uncounted() : present)
                .then();
    }

    private Mono<List<String>> held(Holding holding) {
        List<Condition> filters = List.of(
                Condition.is("zone", holding.zone()),
                Condition.is("owner", holding.person()),
                Condition.is("unended", "yes"));
        return index.all(Scope.system(), SearchRequest.of(filters, "createdAt", 0))
                .map(Hit::aggregate)
                .map(Lead::id)
                .collectList();
    }
}
