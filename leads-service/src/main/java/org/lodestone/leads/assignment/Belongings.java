package org.lodestone.leads.assignment;

import java.util.List;
import java.util.Set;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody has that is not at its end, as far as whoever hands it over may reach. What was won or lost stays theirs in the figures. */
@Component
class Belongings {

    private final SearchIndex<Lead> index;
    private final Mentions mentions;

    Belongings(SearchIndex<Lead> index, Mentions mentions) {
        this.index = index;
        this.mentions = mentions;
    }

    Mono<Handover> begin(String id, Asked asked) {
        return Mono.zip(of(asked), mentions.of(asked), (leads, named) -> Handover.begin(id, asked, leads, named));
    }

    Mono<List<String>> of(Asked asked) {
        Set<String> parks = asked.parks() == null ? null : Set.copyOf(asked.parks());
        Scope reach = new Scope(asked.by(), asked.by(), Set.of(), Set.copyOf(asked.zones()), parks, Set.of(Right.READ));
        List<Condition> filters = List.of(Condition.is("owner", asked.from()), Condition.is("unended", "yes"));
        return index.all(reach, SearchRequest.of(filters, "createdAt", 0))
                .map(Hit::aggregate)
                .map(Lead::id)
                .collectList();
    }
}
