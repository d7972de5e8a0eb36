package org.lodestone.platform.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;

/** Scope and conditions as queries. There is no way to a query that leaves the scope out. */
final class Filters {

    private static final Query GONE = new TermQuery(new Term(Documents.GONE, "1"));

    private final SearchSchema schema;
    private final QueryText texts;

    Filters(SearchSchema schema) {
        this.schema = schema;
        this.texts = new QueryText(schema);
    }

    /** What the list shows, in no order. */
    Query query(Scope scope, SearchRequest request) {
        BooleanQuery.Builder all = apart(scope, request);
        String q = request.q();
        if (q != null && !q.isBlank()) {
            all.add(texts.query(q), Occur.FILTER);
        }
        return all.build();
    }

    /** The same with the rank as its score. */
    Query ranked(Scope scope, SearchRequest request) {
        return apart(scope, request)
                .add(texts.ranked(String.valueOf(request.q())), Occur.MUST)
                .build();
    }

    /** The ways to find what is searched by their rank, the best first; empty where the text has several words, whose ranks add up. */
    Optional<List<QueryText.Rank>> ranks(SearchRequest request) {
        return texts.ranks(String.valueOf(request.q()));
    }

    /** Everything but the text that is searched. */
    BooleanQuery.Builder apart(Scope scope, SearchRequest request) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        all.add(GONE, Occur.MUST_NOT);
        if (!scope.everyZone()) {
            all.add(anyOf("zone", scope.zones()), Occur.FILTER);
        }
        Set<String> parks = scope.parks();
        if (parks != null) {
            all.add(parks(parks), Occur.FILTER);
        }
        request.filters().forEach(condition -> all.add(query(condition), Occur.FILTER));
        return all;
    }

    /**
     * What shares the weightiest terms ranks first; each counts by itself, however common it is.
     *
     * @param where what it must fulfil besides, the scope included
     */
    static Query closest(Query where, TermPlaces places, Map<String, Float> weights) {
        BooleanQuery.Builder shared = new BooleanQuery.Builder();
        weights.forEach((term, weight) -> {
            TermQuery present = places.query(term);
            if (present != null) {
                shared.add(new BoostQuery(new ConstantScoreQuery(present), weight), Occur.SHOULD);
            }
        });
        return new BooleanQuery.Builder()
                .add(shared.build(), Occur.MUST)
                .add(where, Occur.FILTER)
                .build();
    }

    Query query(Condition condition) {
        return switch (condition) {
            case Condition.AnyOf anyOf -> anyOf(anyOf);
            case Condition.Says says -> texts.query(says.q(), List.of(field(says.field())));
            case Condition.Range range -> range(range);
            case Condition.Exists exists -> exists(field(exists.field()));
            case Condition.Was was -> TimelineQuery.of(timeline(was.field()), was);
            case Condition.Left left -> TimelineQuery.of(timeline(left.field()), left);
            case Condition.Not not ->
                new BooleanQuery.Builder()
                        .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                        .add(query(not.condition()), Occur.MUST_NOT)
                        .build();
            case Condition.Any any -> combine(any.conditions(), Occur.SHOULD);
            case Condition.All all ->
                all.conditions().isEmpty() ? MatchAllDocsQuery.INSTANCE : combine(all.conditions(), Occur.FILTER);
        };
    }

    SearchSchema.Field field(String name) {
        SearchSchema.Field field = schema.field(name);
        if (field == null) {
            throw new InvalidSearchException(name, "no such field");
        }
        return field;
    }

    private Query combine(List<Condition> conditions, Occur occur) {
        BooleanQuery.Builder combined = new BooleanQuery.Builder();
        conditions.forEach(condition -> combined.add(query(condition), occur));
        return conditions.isEmpty() ? MatchNoDocsQuery.INSTANCE : combined.build();
    }

    /** What has no park yet belongs to the whole zone. */
    private static Query parks(Set<String> parks) {
        Query none = new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                .add(new FieldExistsQuery("park"), Occur.MUST_NOT)
                .build();
        return new BooleanQuery.Builder()
                .add(anyOf("park", parks), Occur.SHOULD)
                .add(none, Occur.SHOULD)
                .build();
    }

    private Query anyOf(Condition.AnyOf condition) {
        SearchSchema.Field field = field(condition.field());
        return switch (field.kind()) {
            case KEYWORD, KEYWORDS -> anyOf(field.name(), condition.values());
            case TERMS, TIMELINE ->
                new TermInSetQuery(
                        field.name(),
                        condition.values().stream().map(Documents::keyword).toList());
            case TEXT, PROSE -> {
                BooleanQuery.Builder any = new BooleanQuery.Builder();
                condition.values().forEach(value -> any.add(QueryText.whole(field.name(), value), Occur.SHOULD));
                yield any.build();
            }
            case DECIMAL, INSTANT, DATE, INTEGER ->
                LongField.newSetQuery(
                        field.name(),
                        condition.values().stream()
                                .mapToLong(value -> bound(field, value, RoundingMode.HALF_UP))
                                .toArray());
            case BYTES -> throw unfound(field);
        };
    }

    private static Query anyOf(String field, Collection<String> values) {
        List<BytesRef> terms = values.stream().map(Documents::keyword).toList();
        return switch (terms.size()) {
            case 0 -> MatchNoDocsQuery.INSTANCE;
            case 1 -> KeywordField.newExactQuery(field, terms.getFirst());
            default -> KeywordField.newSetQuery(field, terms);
        };
    }

    private Query range(Condition.Range range) {
        SearchSchema.Field field = field(range.field());
        if (field.kind().isText() || field.kind().isKeyword() || field.kind().isLookedUp()) {
            throw new InvalidSearchException(field.name(), "has no order to take a range of");
        }
        long from = range.from() == null ? Long.MIN_VALUE : bound(field, range.from(), RoundingMode.CEILING);
        long to = range.to() == null ? Long.MAX_VALUE : bound(field, range.to(), RoundingMode.FLOOR);
        return from > to ? MatchNoDocsQuery.INSTANCE : LongField.newRangeQuery(field.name(), from, to);
    }

    /** The name of a field with at most one exact value. */
    String keyword(String name) {
        if (field(name).kind() != SearchSchema.Kind.KEYWORD) {
            throw new InvalidSearchException(name, "has not one value to count by");
        }
        return name;
    }

    SearchSchema.Field timeline(String name) {
        SearchSchema.Field field = field(name);
        if (field.kind() != SearchSchema.Kind.TIMELINE) {
            throw new InvalidSearchException(name, "is no timeline");
        }
        return field;
    }

    private static Query exists(SearchSchema.Field field) {
        if (field.kind().isLookedUp()) {
            throw unfound(field);
        }
        return field.kind().isText()
                ? new TermQuery(new Term(Documents.HAS, field.name()))
                : new FieldExistsQuery(field.name());
    }

    private static InvalidSearchException unfound(SearchSchema.Field field) {
        return new InvalidSearchException(field.name(), "is only looked up by value");
    }

    private static long bound(SearchSchema.Field field, @Nullable Object value, RoundingMode rounding) {
        try {
            return switch (field.kind()) {
                case DECIMAL -> Documents.scaled(decimal(value), rounding);
                case INTEGER -> decimal(value).setScale(0, rounding).longValueExact();
                case INSTANT ->
                    millis(value instanceof Instant instant ? instant : Instant.parse(text(value)), rounding);
                case DATE -> (value instanceof LocalDate date ? date : LocalDate.parse(text(value))).toEpochDay();
                case KEYWORD, KEYWORDS, TERMS, TIMELINE, TEXT, PROSE, BYTES ->
                    throw new IllegalStateException("No number: " + field);
            };
        } catch (ArithmeticException | DateTimeException | NumberFormatException notOne) {
            throw new InvalidSearchException(field.name(), "not a value of this field");
        }
    }

    private static long millis(Instant instant, RoundingMode rounding) {
        boolean between = instant.getNano() % 1_000_000 != 0;
        return instant.toEpochMilli() + (between && rounding == RoundingMode.CEILING ? 1 : 0);
    }

    private static BigDecimal decimal(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        String text = text(value);
        // An exponent could ask for a number of a billion digits.
        if (text.length() > 40 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new NumberFormatException();
        }
        return new BigDecimal(text);
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value).trim();
    }
}
