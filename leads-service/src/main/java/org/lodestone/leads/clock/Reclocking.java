package org.lodestone.leads.clock;

import java.time.Duration;
import java.util.List;
import org.lodestone.leads.lead.ClockSetting;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.ZoneRules;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sets the clocks of a zone's leads by its present calendar and hours, lead by lead. What is right already is left alone, so it needs no
 * memory of how far it came: whoever begins again after a kill goes on with what is left.
 */
@Component
class Reclocking {

    private static final String SYSTEM = "system";

    private final AggregateStore<Lead> leads;
    private final SearchIndex<Lead> index;
    private final LeadDesk desk;
    private final BusinessClock clock;

    Reclocking(AggregateStore<Lead> leads, SearchIndex<Lead> index, LeadDesk desk, BusinessClock clock) {
        this.leads = leads;
        this.index = index;
        this.desk = desk;
        this.clock = clock;
    }

    /** Whether all leads can be found: while the index is built anew there is nothing to look through. */
    boolean isReady() {
        return index.status().ready();
    }

    /** The ids of those whose clocks were wrong. */
    Flux<String> zone(String zone) {
        ZoneRules rules = desk.rules(zone);
        List<Condition> running = List.of(Condition.is("zone", zone), Condition.is("unended", "yes"));
        return index.all(Scope.system(), SearchRequest.of(running, "", SearchRequest.MAX_LIMIT))
                .map(Hit::aggregate)
                .filter(lead -> !ClockSetting.isRight(lead, rules, clock.now()))
                .concatMap(this::set, 1);
    }

    private Mono<String> set(Lead found) {
        String key = "clocks:" + found.id() + ':' + found.version() + ':' + clock.now();
        Command command = Command.ofSystem(key, SYSTEM, clock.now());
        return leads.change(
                        found.id(),
                        command,
                        200,
                        lead -> ClockSetting.anew(lead, desk.rules(lead.zone()), command)
                                .orElseThrow(RightAlready::new))
                .flatMap(outcome -> switch (outcome) {
                    case Outcome.Done<Lead>(Lead lead) -> Mono.just(lead.id());
                    case Outcome.Replayed<Lead> _, Outcome.Absent<Lead> _ -> Mono.<String>empty();
                    case Outcome.Backlogged<Lead> _ -> wait(found);
                    case Outcome.Stale<Lead> _, Outcome.KeyReused<Lead> _, Outcome.Busy<Lead> _ -> wait(found);
                })
                .onErrorResume(RightAlready.class, _ -> Mono.empty())
                // Withdrawn meanwhile.
                .onErrorResume(
                        Problem.class, problem -> problem.slug().equals("gone") ? Mono.empty() : Mono.error(problem));
    }

    /** Somebody writes to it at this very moment, or the broker is away. */
    private Mono<String> wait(Lead found) {
        return Mono.delay(Duration.ofSeconds(1)).then(Mono.defer(() -> set(found)));
    }

    /** Somebody was faster than the index. */
    private static final class RightAlready extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RightAlready() {
            super("set meanwhile", null, false, false);
        }
    }
}
