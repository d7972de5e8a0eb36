package org.lodestone.leads.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchPage;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which leads are of one company, as far as the reader sees them: found by the index alone. */
@Component
class Firms {

    private static final String NEWEST = "-createdAt";
    private static final String USCC = "uscc";
    private static final String NAME = "companyKey";
    private static final int MOST_NAMES = 10;

    private final SearchIndex<Lead> index;

    Firms(SearchIndex<Lead> index) {
        this.index = index;
    }

    /** A company and how many leads it has, by zone. */
    record Found(Firm firm, Lead newest, long leads, Set<String> zones) {}

    /** @param more whether there may be others that a longer search text would show */
    record Finding(List<Found> firms, boolean more) {}

    /** Companies whose name, in any spelling, or code is that; those of the newest leads without one. */
    Mono<Finding> search(Scope scope, @Nullable String q, int most) {
        Condition known = new Condition.Any(List.of(new Condition.Exists(USCC), new Condition.Exists(NAME)));
        List<Condition> filters = q == null
                ? List.of(known)
                : List.of(new Condition.Any(List.of(
                        new Condition.Says("investor", q),
                        new Condition.AnyOf(USCC, List.of(InvestorKey.ofUscc(q).id())))));
        return index.search(scope, SearchRequest.of(filters, NEWEST, SearchRequest.MAX_LIMIT))
                .flatMap(page -> Flux.fromIterable(newest(page).values())
                        .concatMap(lead -> firm(scope, key(lead)).map(firm -> Map.entry(firm, lead)))
                        .distinct(entry -> entry.getKey().key())
                        .take(most + 1L)
                        .concatMap(entry -> counted(scope, entry.getKey(), entry.getValue()))
                        .collectList()
                        .map(found -> new Finding(
                                found.stream().limit(most).toList(), found.size() > most || page.next() != null)));
    }

    /** Empty where nothing is known of it; also when nothing may be. */
    Mono<SearchPage<Lead>> leads(Scope scope, Firm firm) {
        return index.search(scope, SearchRequest.of(List.of(firm.leads()), NEWEST, SearchRequest.MAX_LIMIT))
                .filter(page -> page.total() > 0);
    }

    /** Shows what was written before, to whoever wrote it. */
    Mono<Void> awaitRead(@Nullable String readAfter) {
        return index.awaitRead(readAfter);
    }

    /** A name that goes with one code, and no other, is that company's. */
    Mono<Firm> firm(Scope scope, InvestorKey key) {
        String name = key.name();
        return name == null
                ? coded(scope, key)
                : codes(scope, name)
                        .flatMap(codes -> codes.size() == 1
                                ? coded(
                                        scope,
                                        InvestorKey.ofUscc(codes.iterator().next()))
                                : Mono.just(new Firm(key, List.of(name))));
    }

    private Mono<Firm> coded(Scope scope, InvestorKey key) {
        Condition itsCode = new Condition.AnyOf(USCC, List.of(Objects.requireNonNull(key.uscc())));
        return values(scope, itsCode, NAME)
                .flatMapIterable(names -> names)
                .take(MOST_NAMES)
                .filterWhen(name -> codes(scope, name).map(codes -> codes.size() == 1))
                .collectList()
                .map(names -> new Firm(key, names));
    }

    private Mono<Set<String>> codes(Scope scope, String name) {
        return values(scope, new Condition.AnyOf(NAME, List.of(name)), USCC);
    }

    private Mono<Set<String>> values(Scope scope, Condition of, String field) {
        return index.search(scope, new SearchRequest(null, List.of(of), "", null, 0, List.of(field)))
                .map(page -> page.facets().getOrDefault(field, Map.of()).keySet());
    }

    private Mono<Found> counted(Scope scope, Firm firm, Lead newest) {
        return index.search(scope, new SearchRequest(null, List.of(firm.leads()), "", null, 0, List.of("zone")))
                .map(page -> new Found(
                        firm,
                        newest,
                        page.total(),
                        page.facets().getOrDefault("zone", Map.of()).keySet()));
    }

    private static Map<InvestorKey, Lead> newest(SearchPage<Lead> page) {
        Map<InvestorKey, Lead> newest = new LinkedHashMap<>();
        page.items().stream()
                .map(Hit::aggregate)
                .forEach(lead ->
                        InvestorKey.of(lead.profile().investor()).ifPresent(key -> newest.putIfAbsent(key, lead)));
        return newest;
    }

    private static InvestorKey key(Lead lead) {
        return InvestorKey.of(lead.profile().investor()).orElseThrow();
    }
}
