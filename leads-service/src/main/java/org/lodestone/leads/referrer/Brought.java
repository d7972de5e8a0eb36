package org.lodestone.leads.referrer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many leads of a zone each referrer brought, and how many of them were signed. What is continued by another lead counts there. */
@Component
class Brought {

    private static final String REFERRER = "referrer";

    private final SearchIndex<Lead> index;
    private final LeadDesk desk;

    Brought(SearchIndex<Lead> index, LeadDesk desk) {
        this.index = index;
        this.desk = desk;
    }

    /** By the referrer's name. */
    record Counts(Map<String, Long> leads, Map<String, Long> signed, List<String> counted, List<String> won) {}

    Mono<Counts> of(Scope scope, String zone) {
        List<State> states = desk.rules(zone).template().states();
        List<String> counted = codes(states, Set.of(Category.OPEN, Category.WON, Category.HELD, Category.LOST));
        List<String> won = codes(states, Set.of(Category.WON));
        return Mono.zip(byReferrer(scope, zone, counted), byReferrer(scope, zone, won))
                .map(found -> new Counts(found.getT1(), found.getT2(), counted, won));
    }

    private Mono<Map<String, Long>> byReferrer(Scope scope, String zone, List<String> states) {
        List<Condition> filters = List.of(
                Condition.is("zone", zone), new Condition.AnyOf("state", states), new Condition.Exists(REFERRER));
        return index.search(scope, new SearchRequest(null, filters, "", null, 0, List.of(REFERRER)))
                .map(page -> page.facets().getOrDefault(REFERRER, Map.of()));
    }

    private static List<String> codes(List<State> states, Set<Category> categories) {
        return states.stream()
                .filter(state -> categories.contains(state.category()))
                .map(State::code)
                .toList();
    }
}
