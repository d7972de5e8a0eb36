package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchPage;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.QueryParameters;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Leads as lists, found and counted by the index alone. */
@RestController
class LeadListController {

    private static final String STREAM_POSITION = "X-Stream-Position";

    private final SearchIndex<Lead> index;
    private final LeadReader reader;
    private final BusinessClock clock;

    LeadListController(SearchIndex<Lead> index, LeadReader reader, BusinessClock clock) {
        this.index = index;
        this.reader = reader;
        this.clock = clock;
    }

    @GetMapping("/api/leads")
    Mono<ResponseEntity<Page<LeadView>>> list(
            @ParameterObject LeadQuery query, Scope scope, Locale locale, ServerWebExchange exchange) {
        Rights.require(scope, Right.READ);
        Instant now = clock.now();
        SearchRequest request = QueryParameters.read(exchange, LeadQuery.NAMES, () -> query.request(scope, now));
        Mono<Map<String, Long>> lights =
                query.asksForLights() ? index.counts(scope, request, LeadQuery.lights(now)) : Mono.just(Map.of());
        return index.awaitRead(exchange.getRequest().getHeaders().getFirst(Answers.READ_AFTER))
                .then(Mono.defer(() -> Mono.zip(index.search(scope, request), lights)))
                .map(found -> ResponseEntity.ok()
                        .header(STREAM_POSITION, found.getT1().position())
                        .body(page(found.getT1(), found.getT2(), scope, locale)));
    }

    private Page<LeadView> page(SearchPage<Lead> found, Map<String, Long> lights, Scope scope, Locale locale) {
        Map<String, Map<String, Long>> facets = new TreeMap<>(found.facets());
        if (!lights.isEmpty()) {
            facets.put(LeadQuery.LIGHT, lights);
        }
        return new Page<>(
                found.items().stream()
                        .map(hit -> reader.listed(
                                hit.aggregate(), scope, locale, hit.highlights().isEmpty() ? null : hit.highlights()))
                        .toList(),
                found.next(),
                new Page.Total(found.total(), found.exact()),
                facets.isEmpty() ? null : facets);
    }
}
