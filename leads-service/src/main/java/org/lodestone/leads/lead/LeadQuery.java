package org.lodestone.leads.lead;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.QueryRecord;
import org.lodestone.platform.web.ValidationProblem;

/**
 * The filters of the lead list, as text. Several values of one filter are separated by commas, or it is repeated; one
 * with a comma in it is said twice. {@code owner=me} is whoever asks.
 *
 * @param dueFrom with {@code dueTo}: something falls due on one of these days
 * @param amountFrom in 万元
 * @param figure with {@code part}, {@code key}, {@code by}, {@code from}, {@code to} and {@code asOf}: exactly the rows it counted
 * @param sort one of {@link #SORTS}, {@code -} for descending
 */
@QueryRecord
public record LeadQuery(
        @Nullable String q,
        @Nullable List<String> state,
        @Nullable List<String> zone,
        @Nullable List<String> park,
        @Nullable List<String> owner,
        @Nullable List<String> chain,
        @Nullable List<String> channel,
        @Nullable List<String> referrer,
        @Nullable List<String> tag,
        @Nullable List<String> light,
        @Nullable List<String> pool,
        @Nullable List<String> watcher,
        @Nullable String waiting,
        @Nullable String unanswered,
        @Nullable String receivedFrom,
        @Nullable String receivedTo,
        @Nullable String dueFrom,
        @Nullable String dueTo,
        @Nullable String amountFrom,
        @Nullable String amountTo,
        @Nullable String figure,
        @Nullable String part,
        @Nullable String key,
        @Nullable String by,
        @Nullable String from,
        @Nullable String to,
        @Nullable String asOf,
        @Nullable String sort,
        @Nullable String cursor,

        @Parameter(schema = @Schema(type = "integer", format = "int32")) @Nullable
        String limit,

        @Nullable List<String> facets) {

    public static final Set<String> NAMES = Arrays.stream(LeadQuery.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toUnmodifiableSet());

    static final Set<String> SORTS = Set.of(
            "updatedAt", "createdAt", "receivedOn", "stateSince", "amount", "score", "yellowAt", "redAt", "rank");

    static final Set<String> FACETS =
            Set.of("state", "zone", "park", "owner", "chain", "channel", "referrer", "tag", "light", "pool");

    static final String LIGHT = "light";

    /** Nobody has it: whoever may, claims it. */
    static final String OPEN = "open";

    private static final BigDecimal CNY_10K = BigDecimal.valueOf(10_000);
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,6})?");
    private static final int Q_LENGTH = 200;
    /** What a page of a calendar shows, and a little more. */
    private static final int MOST_DAYS = 62;

    /** @throws ValidationProblem naming every parameter that makes no sense */
    public SearchRequest request(Scope scope, Instant now) {
        List<FieldProblem> problems = new ArrayList<>();
        List<Condition> filters = filters(scope, now, problems);
        if (q != null && q.codePointCount(0, q.length()) > Q_LENGTH) {
            problems.add(FieldProblem.of("q", "too-long", Q_LENGTH));
        }
        String order = sort == null || sort.isBlank() ? (q == null ? "-updatedAt" : "") : sort;
        if (!order.isEmpty() && !SORTS.contains(order.startsWith("-") ? order.substring(1) : order)) {
            problems.add(FieldProblem.of("sort", "type.enum", String.join(", ", SORTS)));
        }
        if (!FACETS.containsAll(listed(facets))) {
            problems.add(FieldProblem.of("facets", "type.enum", String.join(", ", FACETS)));
        }
        int most = Page.limit(limit, problems);
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
        List<String> counted =
                listed(facets).stream().filter(facet -> !facet.equals(LIGHT)).toList();
        return new SearchRequest(q, filters, order, cursor, most, counted);
    }

    boolean asksForLights() {
        return listed(facets).contains(LIGHT);
    }

    /** What each light means at this moment: nothing that time changes is stored. */
    static Map<String, Condition> lights(Instant now) {
        Condition red = new Condition.Range("redAt", null, now);
        Condition late = new Condition.Range("yellowAt", null, now);
        Condition waits = waits(now);
        Condition awake = new Condition.Not(waits);
        Map<String, Condition> lights = new LinkedHashMap<>();
        lights.put(Light.GREEN.name(), new Condition.All(List.of(awake, new Condition.Not(late))));
        lights.put(Light.YELLOW.name(), new Condition.All(List.of(awake, late, new Condition.Not(red))));
        lights.put(Light.RED.name(), new Condition.All(List.of(awake, red)));
        lights.put(Light.WAITING.name(), waits);
        return lights;
    }

    /** A wait ends at its moment, to the millisecond in which documents keep it. */
    public static Condition waits(Instant now) {
        return new Condition.Range("waitingUntil", now.plusMillis(1), null);
    }

    /** New, and nobody has spoken to them yet. */
    static Condition newcomers() {
        return Condition.is("clock", Clocks.FIRST_RESPONSE);
    }

    private List<Condition> filters(Scope scope, Instant now, List<FieldProblem> problems) {
        List<Condition> filters = new ArrayList<>();
        anyOf("state", state, filters);
        anyOf("zone", zone, filters);
        anyOf("park", park, filters);
        List<String> owners = listed(owner).stream()
                .map(name -> name.equals("me") ? scope.subject() : name)
                .toList();
        anyOf("owner", owners, filters);
        anyOf("chain", chain, filters);
        anyOf("channel", channel, filters);
        anyOf("referrer", referrer, filters);
        anyOf("tag", tag, filters);
        anyOf("pool", pool, filters);
        if (!List.of(OPEN).containsAll(listed(pool))) {
            problems.add(FieldProblem.of("pool", "type.enum", OPEN));
        }
        List<String> watchers = listed(watcher).stream()
                .map(name -> name.equals("me") ? scope.subject() : name)
                .toList();
        anyOf("watcher", watchers, filters);
        whether("waiting", waiting, waits(now), filters, problems);
        whether("unanswered", unanswered, newcomers(), filters, problems);
        lit(now, filters, problems);
        LocalDate first = parsed("receivedFrom", receivedFrom, LocalDate::parse, problems);
        LocalDate last = parsed("receivedTo", receivedTo, LocalDate::parse, problems);
        range("receivedOn", first, last, filters);
        due(
                parsed("dueFrom", dueFrom, LocalDate::parse, problems),
                parsed("dueTo", dueTo, LocalDate::parse, problems),
                filters,
                problems);
        filters.addAll(FigureRows.of(this, now, problems));
        range("amount", amount("amountFrom", amountFrom, problems), amount("amountTo", amountTo, problems), filters);
        return filters;
    }

    /** Both or none: of each clock the index knows the day, so a few of them are asked for by name. */
    private static void due(
            @Nullable LocalDate first, @Nullable LocalDate last, List<Condition> filters, List<FieldProblem> problems) {
        if (first == null && last == null) {
            return;
        }
        if (first == null || last == null) {
            problems.add(FieldProblem.of(first == null ? "dueFrom" : "dueTo", "required"));
        } else if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
            problems.add(FieldProblem.of("dueTo", "due-days", MOST_DAYS));
        } else {
            filters.add(dueOn(first.datesUntil(last.plusDays(1)).toList()));
        }
    }

    /** Something of it belongs to one of these days. */
    public static Condition dueOn(List<LocalDate> days) {
        return new Condition.AnyOf(
                LeadSearch.DUE_ON, days.stream().map(LocalDate::toString).toList());
    }

    private void lit(Instant now, List<Condition> filters, List<FieldProblem> problems) {
        Map<String, Condition> lights = lights(now);
        if (!lights.keySet().containsAll(listed(light))) {
            problems.add(FieldProblem.of(LIGHT, "type.enum", String.join(", ", lights.keySet())));
        } else if (!listed(light).isEmpty()) {
            filters.add(new Condition.Any(lights.entrySet().stream()
                    .filter(known -> listed(light).contains(known.getKey()))
                    .map(Map.Entry::getValue)
                    .toList()));
        }
    }

    private static void whether(
            String name,
            @Nullable String value,
            Condition condition,
            List<Condition> filters,
            List<FieldProblem> problems) {
        switch (value) {
            case null -> {}
            case "true" -> filters.add(condition);
            case "false" -> filters.add(new Condition.Not(condition));
            case String _ -> problems.add(FieldProblem.of(name, "type.enum", "true, false"));
        }
    }

    private static void anyOf(String field, @Nullable List<String> values, List<Condition> filters) {
        if (!listed(values).isEmpty()) {
            filters.add(new Condition.AnyOf(field, listed(values)));
        }
    }

    private static void range(String field, @Nullable Object from, @Nullable Object to, List<Condition> filters) {
        if (from != null || to != null) {
            filters.add(new Condition.Range(field, from, to));
        }
    }

    private static @Nullable BigDecimal amount(String name, @Nullable String value, List<FieldProblem> problems) {
        if (value == null) {
            return null;
        }
        if (!DECIMAL.matcher(value).matches()) {
            problems.add(FieldProblem.of(name, "type.decimal"));
            return null;
        }
        return new BigDecimal(value).multiply(CNY_10K);
    }

    private static <T> @Nullable T parsed(
            String name, @Nullable String value, Function<String, T> parser, List<FieldProblem> problems) {
        try {
            return value == null ? null : parser.apply(value);
        } catch (DateTimeException e) {
            problems.add(FieldProblem.of(name, "type.date"));
            return null;
        }
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
