package org.lodestone.leads.myday;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.StandIns;
import org.lodestone.leads.myday.Horizon.Group;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchPage;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what somebody must do: of their own leads and of those whose owners they stand in for, each once, where it is most urgent. */
@Component
class MyDay {

    /** Of a group; whoever has more looks at the list. */
    private static final int MOST = 100;

    private final SearchIndex<Lead> index;
    private final StandIns standIns;
    private final BusinessClock clock;

    MyDay(SearchIndex<Lead> index, StandIns standIns, BusinessClock clock) {
        this.index = index;
        this.standIns = standIns;
        this.clock = clock;
    }

    /**
     * @param totals of each group, also of what is not among the rows
     * @param position of the stream at which this was so
     */
    record Found(Horizon horizon, Map<Group, List<Lead>> rows, Map<Group, Long> totals, String position) {}

    Mono<Found> of(Scope scope) {
        Horizon horizon = Horizon.of(clock.now(), timeOf(scope));
        return people(scope)
                .flatMapMany(people -> Flux.fromIterable(horizon.groups().entrySet())
                        .concatMap(group -> index.search(scope, request(people, group.getKey(), group.getValue()))
                                .map(page -> Map.entry(group.getKey(), page))))
                .collectList()
                .map(pages -> found(horizon, pages));
    }

    /** Everybody whose work is this person's today. */
    Mono<List<String>> people(Scope scope) {
        return standIns.coveredBy(scope.subject())
                .map(absent -> Stream.concat(Stream.of(scope.subject()), absent.stream())
                        .toList());
    }

    /** The clock on the wall of whoever asks; of several zones, the country's. */
    ZoneId timeOf(Scope scope) {
        boolean one = scope.zones().size() == 1 && !scope.everyZone();
        return clock.timeOf(one ? scope.zones().iterator().next() : null);
    }

    private static SearchRequest request(List<String> people, Group group, Condition condition) {
        String sort = group == Group.WAITING ? "waitingUntil" : "yellowAt";
        return SearchRequest.of(List.of(new Condition.AnyOf("owner", people), condition), sort, MOST);
    }

    /** Between two searches a lead may have gone from one group to the other. */
    private static Found found(Horizon horizon, List<Map.Entry<Group, SearchPage<Lead>>> pages) {
        Set<String> seen = new HashSet<>();
        Map<Group, List<Lead>> rows = new EnumMap<>(Group.class);
        Map<Group, Long> totals = new EnumMap<>(Group.class);
        String position = "";
        for (Map.Entry<Group, SearchPage<Lead>> page : pages) {
            SearchPage<Lead> found = page.getValue();
            rows.put(
                    page.getKey(),
                    found.items().stream()
                            .map(Hit::aggregate)
                            .filter(lead -> seen.add(lead.id()))
                            .toList());
            totals.put(page.getKey(), found.total());
            position = position.isEmpty() ? found.position() : position;
        }
        return new Found(horizon, rows, totals, position);
    }
}
