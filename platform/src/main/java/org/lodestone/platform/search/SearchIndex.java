package org.lodestone.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.security.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lists, search, facets and figures over one kind of aggregate, from this instance's own index. */
public final class SearchIndex<A extends Aggregate> {

    private final Filters filters;
    private final IndexKeeper<A> keeper;
    private final Views views;
    private final Pages<A> pages;
    private final AwaitedRead<A> reads;

    SearchIndex(AggregateSource<A> source, SearchSchema schema, Documents<A> documents, IndexKeeper<A> keeper) {
        this.filters = new Filters(schema);
        this.keeper = keeper;
        this.views = new Views(schema.name(), keeper);
        this.pages = new Pages<>(schema, filters, documents);
        this.reads = new AwaitedRead<>(source, keeper, views);
    }

    /** A page; {@link InvalidSearchException} when the request makes no sense. */
    public Mono<SearchPage<A>> search(Scope scope, SearchRequest request) {
        return views.fresh(view -> pages.page(view, scope, request));
    }

    /** Everything that matches, in order, from one unchanging view of the index; cursor and limit are ignored. */
    public Flux<Hit<A>> all(Scope scope, SearchRequest request) {
        return Flux.using(
                        views::openFresh,
                        pinned -> Flux.<List<Hit<A>>, FieldDoc[]>generate(() -> new FieldDoc[1], (last, sink) -> {
                                    try {
                                        List<Hit<A>> hits = pages.next(pinned.view(), scope, request, last);
                                        if (hits.isEmpty()) {
                                            sink.complete();
                                        } else {
                                            sink.next(hits);
                                        }
                                    } catch (IOException e) {
                                        sink.error(new UncheckedIOException(e));
                                    }
                                    return last;
                                })
                                .concatMapIterable(hits -> hits),
                        Views.Pinned::release)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Puts everything that matches once more, after something its mapping depends on besides the aggregate has changed; how many. */
    public Mono<Long> again(List<Condition> filters) {
        return all(Scope.system(), SearchRequest.of(filters, "", SearchRequest.MAX_LIMIT))
                .doOnNext(hit -> {
                    try {
                        keeper.again(views.live(), hit.aggregate());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .count();
    }

    /**
     * What shares terms with something, the weightiest first: found by the terms alone, however many aggregates there are.
     *
     * As the index was last shown: it is asked at every write, and must not make each of them show the index.
     *
     * @param field of terms
     * @param weights of the terms looked up
     */
    public Mono<List<A>> closest(
            Scope scope, List<Condition> conditions, String field, Map<String, Float> weights, int most) {
        return views.shown(view -> {
            TermPlaces places = TermPlaces.of(view, filters.field(field).name(), weights.keySet());
            Query query = Filters.closest(where(scope, conditions), places, weights);
            ScoreDoc[] top = view.search(query, new TopScoreDocCollectorManager(most, 1)).scoreDocs;
            StoredFields stored = view.storedFields();
            List<A> found = new ArrayList<>(top.length);
            for (ScoreDoc doc : top) {
                found.add(pages.aggregate(stored, doc.doc));
            }
            return List.copyOf(found);
        });
    }

    /**
     * The same for many at once, from one view; of what shares the weightiest terms only that is read whole which is chosen by the bytes kept
     * beside it. In their order.
     */
    public Mono<List<List<A>>> closest(
            Scope scope, List<Condition> conditions, TermLookup lookup, List<TermLookup.Asked> all) {
        return views.shown(view -> {
            TermPlaces places =
                    TermPlaces.of(view, filters.field(lookup.field()).name(), TermLookup.terms(all));
            Query where = Prepared.of(view, where(scope, conditions));
            List<List<A>> found = new ArrayList<>(all.size());
            for (TermLookup.Asked asked : all) {
                Query query = Filters.closest(where, places, asked.weights());
                List<A> chosen = new ArrayList<>();
                for (int doc : lookup.chosen(view, query, asked.choice())) {
                    chosen.add(pages.aggregate(view.storedFields(), doc));
                }
                found.add(List.copyOf(chosen));
            }
            return List.copyOf(found);
        });
    }

    private Query where(Scope scope, List<Condition> conditions) {
        return filters.query(scope, SearchRequest.of(conditions, "", 0));
    }

    /** Count and sum of what matches, by the values of a keyword field. What has no such value is not in it. */
    public Mono<Map<String, GroupSum>> sums(Scope scope, SearchRequest request, String groupBy, String sumOf) {
        return views.fresh(view -> {
            SearchSchema.Field summed = filters.field(sumOf);
            if (summed.kind() != SearchSchema.Kind.DECIMAL && summed.kind() != SearchSchema.Kind.INTEGER) {
                throw new InvalidSearchException(sumOf, "cannot be summed");
            }
            return Figures.sums(view, filters.query(scope, request), pages.counted("groupBy", groupBy), summed);
        });
    }

    /**
     * Several questions to one view of the index. The answer is kept while nothing changes, a minute at most: many who ask the same cost one
     * computation, as a wall of dashboards does.
     *
     * @param key all that the questions depend on besides the scope
     */
    public <T> Mono<T> survey(Scope scope, Object key, Survey.Questions<T> questions) {
        return views.fresh(view -> {
            Survey survey = new Survey(view, filters, scope);
            return view.answer(new Survey.Asked(scope.zones(), scope.parks(), key), () -> questions.answer(survey));
        });
    }

    /** How much of what matches also fulfils each named condition: facets of what time decides, such as lights. */
    public Mono<Map<String, Long>> counts(Scope scope, SearchRequest request, Map<String, Condition> conditions) {
        return views.fresh(view -> {
            Query query = filters.query(scope, request);
            Map<String, Long> counts = new LinkedHashMap<>();
            for (Map.Entry<String, Condition> named : conditions.entrySet()) {
                Query both = new BooleanQuery.Builder()
                        .add(query, Occur.FILTER)
                        .add(filters.query(named.getValue()), Occur.FILTER)
                        .build();
                counts.put(named.getKey(), (long) view.count(both));
            }
            return counts;
        });
    }

    /** Completes when the index shows {@code id@version} of {@code X-Read-After}, or after 500 ms. Nonsense completes at once. */
    public Mono<Void> awaitRead(@Nullable String readAfter) {
        return reads.of(readAfter);
    }

    public IndexStatus status() {
        return keeper.status();
    }
}
