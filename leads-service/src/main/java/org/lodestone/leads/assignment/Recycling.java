package org.lodestone.leads.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Zone;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Handing;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Leads that nobody followed up for so many working days go back to the pool; done twice, it has the effect of once. */
@Component
class Recycling {

    private static final String SYSTEM = "system";

    private final AggregateStore<Lead> leads;
    private final SearchIndex<Lead> index;
    private final LeadDesk desk;
    private final Directory directory;
    private final Sharing sharing;
    private final Places places;

    Recycling(AggregateStore<Lead> leads, SearchIndex<Lead> index, LeadDesk desk, Directory directory, Room room) {
        this.leads = leads;
        this.index = index;
        this.desk = desk;
        this.directory = directory;
        this.sharing = room.sharing();
        this.places = room.places();
    }

    /** How many went back. */
    Mono<Long> round() {
        return Flux.fromIterable(directory.zones())
                .map(Zone::id)
                .concatMap(this::round)
                .count();
    }

    /** The index knows days; working days are counted lead by lead, and there are never fewer days than those. */
    private Flux<Lead> round(String zone) {
        int days = sharing.of(zone).recycleAfterWorkingDays();
        if (days == 0) {
            return Flux.empty();
        }
        Instant now = sharing.now();
        List<Condition> filters = List.of(
                Condition.is("zone", zone),
                Condition.is("unended", "yes"),
                new Condition.Exists("owner"),
                new Condition.Range("caredAt", null, now.minus(Duration.ofDays(days))));
        return index.all(Scope.system(), SearchRequest.of(filters, "caredAt", 0))
                .map(Hit::aggregate)
                .filter(lead -> isDue(lead, days, now))
                .concatMap(lead -> recycle(lead, days, now), 1);
    }

    private boolean isDue(Lead lead, int days, Instant now) {
        return lead.isOpen()
                && lead.assignment().owner() != null
                // Since when an older lead is its owner's nobody wrote down.
                && lead.custody().because() != null
                && lead.waitAt(now).isEmpty()
                && !desk.rules(lead.zone()).lapsesAt(lead, days).isAfter(now);
    }

    private Mono<Lead> recycle(Lead found, int days, Instant now) {
        String owner = found.assignment().owner();
        Command command = Command.ofSystem("recycle:" + found.id() + ':' + found.caredAt(), SYSTEM, now);
        return leads.change(found.id(), command, 200, lead -> {
                    if (!isDue(lead, days, now)) {
                        throw new Cared();
                    }
                    Because because = Because.of(Because.Code.RECYCLED, now, SYSTEM);
                    return Handing.lapse(lead, because, desk.rules(lead.zone()), command);
                })
                .flatMap(_ -> owner == null
                        ? Mono.just(found)
                        : places.settle(places.holding(found.zone(), owner), found.id(), null, false)
                                .thenReturn(found))
                .onErrorResume(Cared.class, _ -> Mono.empty());
    }

    /** Somebody was faster than the index. */
    private static final class Cared extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Cared() {
            super("cared for meanwhile", null, false, false);
        }
    }
}
