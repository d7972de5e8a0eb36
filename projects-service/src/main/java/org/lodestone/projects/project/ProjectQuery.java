package org.lodestone.projects.project;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.QueryRecord;
import org.lodestone.platform.web.ValidationProblem;

/**
 * The filters of the project list, as text. Several values of one filter are separated by commas; {@code officer=me} is whoever asks.
 *
 * @param pool 四库, by code or Chinese name
 * @param sort one of {@link #SORTS}, {@code -} for descending
 */
@QueryRecord
public record ProjectQuery(
        @Nullable String q,
        @Nullable List<String> stage,
        @Nullable List<String> status,
        @Nullable List<String> zone,
        @Nullable List<String> park,
        @Nullable List<String> chain,
        @Nullable List<String> officer,
        @Nullable List<String> sponsor,
        @Nullable List<String> pool,
        @Nullable List<String> light,
        @Nullable String sort,
        @Nullable String cursor,

        @Parameter(schema = @Schema(type = "integer", format = "int32")) @Nullable
        String limit,

        @Nullable List<String> facets) {

    static final Set<String> SORTS = Set.of(
            "updatedAt",
            "createdAt",
            "stageSince",
            "amount",
            "contractOn",
            "targetStartOn",
            "yellowAt",
            "redAt",
            "rank");

    private static final Set<String> STORED =
            Set.of("stage", "status", "zone", "park", "chain", "chainRole", "officer", "sponsor");
    private static final Set<String> DERIVED = Set.of("light", "pool");
    private static final int Q_LENGTH = 200;

    /** Who asks, when, and what the zone calls its pools. */
    public record Reading(Scope scope, Instant now, Pools pools) {}

    /** @param others what a list understands besides the filters */
    public static Set<String> names(String... others) {
        return Stream.concat(
                        Arrays.stream(ProjectQuery.class.getRecordComponents()).map(RecordComponent::getName),
                        Arrays.stream(others))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @throws ValidationProblem naming every parameter that makes no sense */
    public SearchRequest request(Reading reading) {
        return request(reading, List.of());
    }

    /** @param others what else is wrong, said together with it */
    public SearchRequest request(Reading reading, List<FieldProblem> others) {
        List<FieldProblem> problems = new ArrayList<>(others);
        List<Condition> filters = filters(reading, problems);
        if (q != null && q.codePointCount(0, q.length()) > Q_LENGTH) {
            problems.add(FieldProblem.of("q", "too-long", Q_LENGTH));
        }
        String order = sort == null || sort.isBlank() ? (q == null ? "-updatedAt" : "") : sort;
        if (!order.isEmpty() && !SORTS.contains(order.startsWith("-") ? order.substring(1) : order)) {
            problems.add(FieldProblem.of("sort", "type.enum", String.join(", ", SORTS)));
        }
        listed(facets).stream()
                .filter(facet -> !STORED.contains(facet) && !DERIVED.contains(facet))
                .forEach(facet -> problems.add(FieldProblem.of("facets", "type.enum", String.join(", ", STORED))));
        int most = Page.limit(limit, problems);
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
        List<String> counted = listed(facets).stream().filter(STORED::contains).toList();
        return new SearchRequest(q, filters, order, cursor, most, counted);
    }

    /** Facets that the index does not store, as the conditions they are counted by. */
    Map<String, Map<String, Condition>> derived(Reading reading) {
        Map<String, Map<String, Condition>> derived = new LinkedHashMap<>();
        if (listed(facets).contains("light")) {
            derived.put("light", lights(reading.now()));
        }
        if (listed(facets).contains("pool")) {
            Map<String, Condition> pools = new LinkedHashMap<>();
            reading.pools()
                    .pools()
                    .forEach(each -> pools.put(each.code(), new Condition.AnyOf("stage", each.stages())));
            derived.put("pool", pools);
        }
        return derived;
    }

    /** What each light means at this moment: nothing that time changes is stored. */
    private static Map<String, Condition> lights(Instant now) {
        Condition red = new Condition.Range("redAt", null, now);
        Condition late = new Condition.Range("yellowAt", null, now);
        Map<String, Condition> lights = new LinkedHashMap<>();
        lights.put(Light.GREEN.name(), new Condition.Not(late));
        lights.put(Light.YELLOW.name(), new Condition.All(List.of(late, new Condition.Not(red))));
        lights.put(Light.RED.name(), red);
        return lights;
    }

    private List<Condition> filters(Reading reading, List<FieldProblem> problems) {
        List<Condition> filters = new ArrayList<>();
        anyOf("stage", stage, filters);
        anyOf("status", status, filters);
        anyOf("zone", zone, filters);
        anyOf("park", park, filters);
        anyOf("chain", chain, filters);
        anyOf("officer", people(officer, reading.scope()), filters);
        anyOf("sponsor", people(sponsor, reading.scope()), filters);
        pooled(reading.pools(), filters, problems);
        lit(reading.now(), filters, problems);
        return filters;
    }

    private void pooled(Pools pools, List<Condition> filters, List<FieldProblem> problems) {
        List<String> stages = new ArrayList<>();
        for (String name : listed(pool)) {
            pools.find(name)
                    .ifPresentOrElse(
                            found -> stages.addAll(found.stages()),
                            () -> problems.add(FieldProblem.of("pool", "type.enum", pools.names())));
        }
        if (!listed(pool).isEmpty()) {
            filters.add(new Condition.AnyOf("stage", stages));
        }
    }

    private void lit(Instant now, List<Condition> filters, List<FieldProblem> problems) {
        Map<String, Condition> lights = lights(now);
        if (!lights.keySet().containsAll(listed(light))) {
            problems.add(FieldProblem.of("light", "type.enum", String.join(", ", lights.keySet())));
        } else if (!listed(light).isEmpty()) {
            filters.add(new Condition.Any(lights.entrySet().stream()
                    .filter(known -> listed(light).contains(known.getKey()))
                    .map(Map.Entry::getValue)
                    .toList()));
        }
    }

    private static List<String> people(@Nullable List<String> names, Scope scope) {
        return listed(names).stream()
                .map(name -> name.equals("me") ? scope.subject() : name)
                .toList();
    }

    private static void anyOf(String field, @Nullable List<String> values, List<Condition> filters) {
        if (!listed(values).isEmpty()) {
            filters.add(new Condition.AnyOf(field, listed(values)));
        }
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }
}
