package org.lodestone.projects.board;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.GroupSum;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchPage;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.QueryParameters;
import org.lodestone.projects.project.Project;
import org.lodestone.projects.project.ProjectDesk;
import org.lodestone.projects.project.ProjectQuery;
import org.lodestone.projects.project.ProjectQuery.Reading;
import org.lodestone.projects.project.ProjectReader;
import org.lodestone.projects.project.ProjectRules;
import org.lodestone.projects.project.ProjectView;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The board: a column for each stage of the pipeline, counted and summed by the index. */
@RestController
class BoardController {

    private static final Page.Bounds PER_COLUMN = new Page.Bounds("perColumn", 20, 200);

    /** On a busy board the last look stands as it is. */
    private static final int LOOKS = 3;

    /** From yuan to 万元. */
    private static final int POINTS = 4;

    private final SearchIndex<Project> index;
    private final ProjectDesk desk;
    private final ProjectReader reader;
    private final BusinessClock clock;

    BoardController(SearchIndex<Project> index, ProjectDesk desk, ProjectReader reader, BusinessClock clock) {
        this.index = index;
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
    }

    record Board(List<Column> columns) {}

    /**
     * @param sum of the contracts' amounts
     * @param next cursor for the list with the same filters and this stage
     */
    record Column(
            String stage,
            String label,
            long count,
            Amount sum,
            List<ProjectView> items,
            @Nullable String next) {}

    private record Found(State stage, SearchPage<Project> page) {}

    private record Look(List<Found> columns, Map<String, GroupSum> sums) {

        boolean agrees() {
            return columns.stream()
                    .allMatch(found -> !found.page().exact()
                            || found.page().total() == sum(found).count());
        }

        GroupSum sum(Found found) {
            return sums.getOrDefault(found.stage().code(), new GroupSum(0, BigDecimal.ZERO));
        }
    }

    @Operation(operationId = "list")
    @Parameter(
            name = "view",
            in = ParameterIn.QUERY,
            description = "the board instead of a list",
            schema = @Schema(allowableValues = "board"))
    @GetMapping(path = "/api/projects", params = "view=board")
    Mono<ResponseEntity<Board>> board(
            @ParameterObject ProjectQuery query,
            @Parameter(schema = @Schema(type = "integer", format = "int32")) @RequestParam(required = false) @Nullable
                    String perColumn,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Rights.require(scope, Right.READ);
        ProjectRules rules = desk.rules(query.zone(), scope);
        Reading reading = new Reading(scope, clock.now(), rules.pools());
        SearchRequest request = QueryParameters.read(
                exchange, ProjectQuery.names("view", "perColumn"), () -> request(query, reading, perColumn));
        return index.awaitRead(exchange.getRequest().getHeaders().getFirst(Answers.READ_AFTER))
                .then(Mono.defer(() -> look(scope, request, rules.template().states(), LOOKS)))
                .map(look -> answer(look, locale));
    }

    private static SearchRequest request(ProjectQuery query, Reading reading, @Nullable String perColumn) {
        List<FieldProblem> problems = new ArrayList<>();
        int most = Page.number(PER_COLUMN, perColumn, problems);
        SearchRequest all = query.request(reading, problems);
        return new SearchRequest(all.q(), all.filters(), all.sort(), null, most, List.of());
    }

    /** Columns and sums are read one after the other: when a project moved in between, they are read again. */
    private Mono<Look> look(Scope scope, SearchRequest request, List<State> stages, int looks) {
        return Flux.fromIterable(stages)
                .concatMap(stage -> column(scope, request, stage))
                .collectList()
                .zipWhen(_ -> index.sums(scope, request, "stage", "amount"), Look::new)
                .flatMap(look ->
                        looks == 1 || look.agrees() ? Mono.just(look) : look(scope, request, stages, looks - 1));
    }

    private Mono<Found> column(Scope scope, SearchRequest request, State stage) {
        List<Condition> filters = new ArrayList<>(request.filters());
        filters.add(Condition.is("stage", stage.code()));
        SearchRequest column =
                new SearchRequest(request.q(), filters, request.sort(), null, request.limit(), List.of());
        return index.search(scope, column).map(page -> new Found(stage, page));
    }

    /** The position is that of the first column: what came later is heard again by who streams from there, and recognised. */
    private ResponseEntity<Board> answer(Look look, Locale locale) {
        List<Column> columns = look.columns().stream()
                .map(found -> column(found, look.sum(found), locale))
                .toList();
        return ResponseEntity.ok()
                .header("X-Stream-Position", look.columns().getFirst().page().position())
                .body(new Board(columns));
    }

    private Column column(Found found, GroupSum sum, Locale locale) {
        BigDecimal value = sum.sum().movePointLeft(POINTS).stripTrailingZeros();
        return new Column(
                found.stage().code(),
                found.stage().labels().in(locale),
                sum.count(),
                new Amount(value.scale() < 2 ? value.setScale(2) : value, Amount.Unit.CNY_10K),
                found.page().items().stream().map(reader::listed).toList(),
                found.page().next());
    }
}
