package org.lodestone.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.security.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lists, search, facets and figures over one kind of aggregate, from this instance's own index. */
public final class SearchIndex<A extends Aggregate> {

    private static final Duration READ_WAIT = Duration.ofMillis(500);
    private static final Duration READ_RETRY = Duration.ofMillis(25);
    private static final int STREAM_BATCH = 500;

    private final AggregateSource<A> source;
    private final SearchSchema schema;
    private final Documents<A> documents;
    private final Filters filters;
    private final IndexKeeper<A> keeper;

    SearchIndex(AggregateSource<A> source, SearchSchema schema, Documents<A> documents, IndexKeeper<A> keeper) {
        this.source = source;
        this.schema = schema;
        this.documents = documents;
        this.filters = new Filters(schema);
        this.keeper = keeper;
    }

    /** A page; {@link InvalidSearchException} when the request makes no sense. */
    public Mono<SearchPage<A>> search(Scope scope, SearchRequest request) {
        return onView(view -> page(view, scope, request));
    }

    /** Everything that matches, in order, from one unchanging view of the index; cursor and limit are ignored. */
    public Flux<Hit<A>> all(Scope scope, SearchRequest request) {
        return Flux.using(
                        this::openFresh,
                        pinned -> Flux.<List<Hit<A>>, FieldDoc[]>generate(() -> new FieldDoc[1], (last, sink) -> {
                                    try {
                                        List<Hit<A>> hits = next(pinned.view(), scope, request, last);
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
                        Pinned::release)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** Puts everything that matches once more, after something its mapping depends on besides the aggregate has changed; how many. */
    public Mono<Long> again(List<Condition> filters) {
        return all(Scope.system(), SearchRequest.of(filters, "", SearchRequest.MAX_LIMIT))
                .doOnNext(hit -> {
                    try {
                        keeper.again(live(), hit.aggregate());
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
        return onView(this::open, view -> {
            Query query = filters.closest(scope, conditions, field, weights);
            ScoreDoc[] top = view.search(query, new TopScoreDocCollectorManager(most, 1)).scoreDocs;
            StoredFields stored = view.storedFields();
            List<A> found = new ArrayList<>(top.length);
            for (ScoreDoc doc : top) {
                Document document = stored.document(doc.doc, Set.of(Documents.SOURCE));
                found.add(documents.aggregate(document.getBinaryValue(Documents.SOURCE)));
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
        return onView(this::open, view -> {
            List<List<A>> found = new ArrayList<>(all.size());
            for (TermLookup.Asked asked : all) {
                Query query = filters.closest(scope, conditions, lookup.field(), asked.weights());
                List<A> chosen = new ArrayList<>();
                for (int doc : lookup.chosen(view, query, asked.choice())) {
                    Document document = view.storedFields().document(doc, Set.of(Documents.SOURCE));
                    chosen.add(documents.aggregate(document.getBinaryValue(Documents.SOURCE)));
                }
                found.add(List.copyOf(chosen));
            }
            return List.copyOf(found);
        });
    }

    /** Count and sum of what matches, by the values of a keyword field. What has no such value is not in it. */
    public Mono<Map<String, GroupSum>> sums(Scope scope, SearchRequest request, String groupBy, String sumOf) {
        return onView(view -> {
            SearchSchema.Field summed = filters.field(sumOf);
            if (summed.kind() != SearchSchema.Kind.DECIMAL && summed.kind() != SearchSchema.Kind.INTEGER) {
                throw new InvalidSearchException(sumOf, "cannot be summed");
            }
            return Figures.sums(view, filters.query(scope, request), counted("groupBy", groupBy), summed);
        });
    }

    /**
     * Several questions to one view of the index. The answer is kept while nothing changes, a minute at most: many who ask the same cost one
     * computation, as a wall of dashboards does.
     *
     * @param key all that the questions depend on besides the scope
     */
    public <T> Mono<T> survey(Scope scope, Object key, Survey.Questions<T> questions) {
        return onView(view -> {
            Survey survey = new Survey(view, filters, scope);
            return view.answer(new Survey.Asked(scope.zones(), scope.parks(), key), () -> questions.answer(survey));
        });
    }

    /** How much of what matches also fulfils each named condition: facets of what time decides, such as lights. */
    public Mono<Map<String, Long>> counts(Scope scope, SearchRequest request, Map<String, Condition> conditions) {
        return onView(view -> {
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
        ReadAfter write = ReadAfter.of(readAfter);
        if (write == null) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> shows(write))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(shown -> shown ? Mono.<Void>empty() : loadUntil(write))
                .timeout(READ_WAIT, Mono.empty())
                .onErrorComplete();
    }

    public IndexStatus status() {
        return keeper.status();
    }

    private Mono<Void> loadUntil(ReadAfter write) {
        return source.load(write.id())
                .publishOn(Schedulers.boundedElastic())
                .flatMap(aggregate -> Mono.fromCallable(() -> {
                    keeper.put(live(), aggregate);
                    return shows(write);
                }))
                // Gone, or of another service: there is nothing to wait for.
                .defaultIfEmpty(true)
                .flatMap(shown ->
                        shown ? Mono.<Void>empty() : Mono.delay(READ_RETRY).then(Mono.defer(() -> loadUntil(write))));
    }

    private boolean shows(ReadAfter write) throws IOException {
        LiveIndex live = live();
        if (live.version(write.id()) < write.version()) {
            return false;
        }
        live.refresh();
        return true;
    }

    private SearchPage<A> page(LiveIndex.View view, Scope scope, SearchRequest request) throws IOException {
        int limit = request.limit();
        if (limit < 0 || limit > SearchRequest.MAX_LIMIT) {
            throw new InvalidSearchException("limit", "0 to " + SearchRequest.MAX_LIMIT);
        }
        List<String> facets = request.facets().stream()
                .distinct()
                .map(facet -> counted("facets", facet))
                .toList();
        Ordering ordering = Ordering.of(schema, request);
        String cursor = request.cursor();
        FieldDoc after = cursor == null || cursor.isEmpty() ? null : Cursor.read(ordering, cursor);
        TopFieldDocs top =
                new Listing(filters, scope, request, ordering).next(view, after, limit + 1, SearchPage.MAX_TOTAL);
        boolean more = top.scoreDocs.length > limit && limit > 0;
        ScoreDoc[] shown = more || limit == 0 ? Arrays.copyOf(top.scoreDocs, limit) : top.scoreDocs;
        boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO
                && top.totalHits.value() <= SearchPage.MAX_TOTAL;
        return new SearchPage<>(
                hits(view, request, shown),
                more ? Cursor.after(ordering, (FieldDoc) shown[limit - 1]) : null,
                exact ? top.totalHits.value() : SearchPage.MAX_TOTAL,
                exact,
                Figures.facets(view, filters.query(scope, request), facets),
                view.position());
    }

    private List<Hit<A>> next(LiveIndex.View view, Scope scope, SearchRequest request, FieldDoc[] last)
            throws IOException {
        Ordering ordering = Ordering.of(schema, request);
        TopFieldDocs top = new Listing(filters, scope, request, ordering).next(view, last[0], STREAM_BATCH, 1);
        if (top.scoreDocs.length == 0) {
            return List.of();
        }
        FieldDoc end = (FieldDoc) top.scoreDocs[top.scoreDocs.length - 1];
        last[0] = new FieldDoc(Integer.MAX_VALUE, Float.NaN, end.fields);
        return hits(view, request, top.scoreDocs);
    }

    private List<Hit<A>> hits(IndexSearcher view, SearchRequest request, ScoreDoc[] docs) throws IOException {
        String q = request.q();
        Highlighter highlighter = q == null || q.isBlank() ? null : new Highlighter(schema, q);
        StoredFields stored = view.storedFields();
        List<Hit<A>> hits = new ArrayList<>(docs.length);
        for (ScoreDoc doc : docs) {
            Document document = stored.document(doc.doc, Set.of(Documents.SOURCE));
            A aggregate = documents.aggregate(document.getBinaryValue(Documents.SOURCE));
            hits.add(new Hit<>(
                    aggregate, highlighter == null ? Map.of() : highlighter.highlights(documents.texts(aggregate))));
        }
        return hits;
    }

    private String counted(String parameter, String name) {
        SearchSchema.Field field = schema.field(name);
        if (field == null || !field.kind().isKeyword() || name.equals(Documents.ID)) {
            throw new InvalidSearchException(parameter, "cannot be counted by this");
        }
        return name;
    }

    private interface OnView<T> {

        T answer(LiveIndex.View view) throws IOException;
    }

    private record Pinned(LiveIndex live, LiveIndex.View view) {

        void release() {
            live.release(view);
        }
    }

    /** Whoever asks sees what was written but for the last moment, however seldom the index is shown while nobody asks. */
    private <T> Mono<T> onView(OnView<T> work) {
        return onView(this::openFresh, work);
    }

    private <T> Mono<T> onView(Supplier<Pinned> opening, OnView<T> work) {
        return Mono.fromCallable(() -> {
                    Pinned pinned = opening.get();
                    try {
                        return work.answer(pinned.view());
                    } finally {
                        pinned.release();
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** One that is being built is left alone: each look would leave it a small segment to merge. */
    private Pinned openFresh() {
        try {
            ready().refreshUnlessWithin(IndexRunner.REFRESH);
        } catch (IOException | AlreadyClosedException closing) {
            throw new IndexUnavailableException(schema.name());
        }
        return open();
    }

    private Pinned open() {
        LiveIndex live = ready();
        try {
            return new Pinned(live, live.acquire());
        } catch (IOException | AlreadyClosedException closing) {
            throw new IndexUnavailableException(schema.name());
        }
    }

    private LiveIndex ready() {
        LiveIndex live = live();
        if (!keeper.isReady()) {
            throw new IndexUnavailableException(schema.name());
        }
        return live;
    }

    private LiveIndex live() {
        LiveIndex live = keeper.live();
        if (live == null) {
            throw new IndexUnavailableException(schema.name());
        }
        return live;
    }

    private record ReadAfter(String id, long version) {

        static @Nullable ReadAfter of(@Nullable String text) {
            int at = text == null || text.length() > 200 ? -1 : text.lastIndexOf('@');
            if (text == null || at <= 0 || !text.substring(at + 1).matches("\\d{1,18}")) {
                return null;
            }
            return new ReadAfter(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
        }
    }
}
