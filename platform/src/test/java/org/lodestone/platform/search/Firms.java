package org.lodestone.platform.search;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.store.Directory;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A collection of firms with its index and, if wanted, a topic, all in memory. */
class Firms implements AggregateSource<Firm>, AutoCloseable {

    static final SearchSchema SCHEMA = SearchSchema.of("firm", 1)
            .text("name", 3)
            .prose("content", 1)
            .keyword("state")
            .keywords("tags")
            .decimal("amount")
            .instant("updatedAt")
            .date("receivedOn")
            .integer("jobs")
            .build();

    final NavigableMap<String, Firm> collection = new ConcurrentSkipListMap<>();
    final AtomicInteger walked = new AtomicInteger();
    final AtomicInteger loaded = new AtomicInteger();
    private final ConcurrentHashMap<String, Firm> decoded = new ConcurrentHashMap<>();
    private final Directory directory;
    private final SearchSchema schema;
    private @Nullable IndexRunner<Firm> runner;

    Firms(Directory directory) {
        this(directory, SCHEMA);
    }

    Firms(Directory directory, SearchSchema schema) {
        this.directory = directory;
        this.schema = schema;
    }

    Firms store(Collection<Firm> firms) {
        firms.forEach(firm -> collection.put(firm.id(), firm));
        return this;
    }

    Firms store(Firm... firms) {
        return store(List.of(firms));
    }

    Firms start(ChangeFeed.@Nullable Source topic) {
        SearchMapping<Firm> mapping = new SearchMapping<>() {
            @Override
            public SearchSchema schema() {
                return schema;
            }

            @Override
            public void map(Firm firm, SearchDocument doc) {
                Firms.this.map(firm, doc);
            }

            @Override
            public boolean listed(Firm firm) {
                return !firm.state().equals("WITHDRAWN");
            }
        };
        runner = new IndexRunner<>(this, mapping, new IndexFolder(() -> new Lent(directory), schema), topic);
        runner.start();
        return this;
    }

    void map(Firm firm, SearchDocument doc) {
        doc.put("name", firm.name())
                .put("content", firm.content())
                .put("state", firm.state())
                .put("tags", firm.tags())
                .put("amount", firm.amount())
                .put("updatedAt", firm.updatedAt())
                .put("receivedOn", firm.receivedOn())
                .put("jobs", firm.jobs());
    }

    Firms ready() {
        Awaitility.await().until(() -> index().status().ready());
        return this;
    }

    SearchIndex<Firm> index() {
        return runner().index();
    }

    /** Stored and told to the index, as a store does after its commit. */
    void commit(Firm firm) {
        store(firm);
        runner().committed(List.of(firm));
    }

    SearchPage<Firm> search(Scope scope, SearchRequest request) {
        SearchPage<Firm> page = index().search(scope, request).block();
        if (page == null) {
            throw new IllegalStateException("no page");
        }
        return page;
    }

    SearchPage<Firm> search(SearchRequest request) {
        return search(Scope.system(), request);
    }

    List<String> ids(SearchRequest request) {
        return search(request).items().stream().map(hit -> hit.aggregate().id()).toList();
    }

    List<String> find(String q) {
        return ids(new SearchRequest(q, List.of(), "", null, 200, List.of()));
    }

    List<String> filtered(Condition... conditions) {
        return ids(SearchRequest.of(List.of(conditions), "id", 200));
    }

    @Override
    public Class<Firm> type() {
        return Firm.class;
    }

    @Override
    public Mono<Firm> load(String id) {
        loaded.incrementAndGet();
        return Mono.justOrEmpty(collection.get(id));
    }

    @Override
    public Flux<Firm> all(@Nullable String afterId, int limit) {
        NavigableMap<String, Firm> rest = afterId == null ? collection : collection.tailMap(afterId, false);
        return Flux.fromIterable(rest.values()).take(limit).doOnNext(firm -> walked.incrementAndGet());
    }

    /** Stands for the BSON: what matters here is that the bytes come back. */
    @Override
    public byte[] encode(Firm firm) {
        String key = firm.id() + '@' + firm.version();
        decoded.put(key, firm);
        return key.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Firm decode(byte[] bytes) {
        String key = new String(bytes, StandardCharsets.UTF_8);
        Firm firm = decoded.get(key);
        return firm != null ? firm : Objects.requireNonNull(collection.get(key.substring(0, key.indexOf('@'))));
    }

    @Override
    public void close() {
        runner().stop();
    }

    private IndexRunner<Firm> runner() {
        if (runner == null) {
            throw new IllegalStateException("not started");
        }
        return runner;
    }
}
