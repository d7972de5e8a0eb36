package org.lodestone.projects.project;

import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.lodestone.projects.project.ProjectQuery.Reading;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Projects as lists, found and counted by the index alone. */
@RestController
class ProjectListController {

    private final SearchIndex<Project> index;
    private final ProjectDesk desk;
    private final ProjectReader reader;
    private final BusinessClock clock;

    ProjectListController(SearchIndex<Project> index, ProjectDesk desk, ProjectReader reader, BusinessClock clock) {
        this.index = index;
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
    }

    @Operation(operationId = "list")
    @GetMapping(path = "/api/projects", params = "view!=board")
    Mono<ResponseEntity<Page<ProjectView>>> list(
            @ParameterObject ProjectQuery query, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.READ);
        Reading reading = new Reading(scope, clock.now(), desk.pools(query.zone(), scope));
        SearchRequest request =
                QueryParameters.read(exchange, ProjectQuery.names("view"), () -> query.request(reading));
        return index.awaitRead(exchange.getRequest().getHeaders().getFirst(Answers.READ_AFTER))
                .then(Mono.defer(() -> index.search(scope, request)))
                .zipWhen(_ -> derived(query, request, reading))
                .map(found -> ResponseEntity.ok()
                        .header("X-Stream-Position", found.getT1().position())
                        .body(page(found.getT1(), found.getT2())));
    }

    private Mono<Map<String, Map<String, Long>>> derived(ProjectQuery query, SearchRequest request, Reading reading) {
        return Flux.fromIterable(query.derived(reading).entrySet())
                .concatMap(facet -> index.counts(reading.scope(), request, facet.getValue())
                        .map(counts -> Map.entry(facet.getKey(), counts)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Page<ProjectView> page(SearchPage<Project> found, Map<String, Map<String, Long>> derived) {
        Map<String, Map<String, Long>> facets = new LinkedHashMap<>(found.facets());
        facets.putAll(derived);
        return new Page<>(
                found.items().stream().map(reader::listed).toList(),
                found.next(),
                new Page.Total(found.total(), found.exact()),
                facets.isEmpty() ? null : facets);
    }
}
