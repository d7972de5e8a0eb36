package org.lodestone.localstack;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds by a unique key wherever the filter contains it, walks ranges of {@code _id} in order, and knows what waits. The stock collection
 * does so only when the filter is the key and nothing else, and scans otherwise. The whole filter is checked on what was
 * found in any case, so a choice made here can only make a query slower, never wrong.
 */
final class KeyedCollection extends H2Collection {

    private static final String ID = "_id";

    private final MVMap<Object, Document> documents;
    private final Waiting waiting;

    /** What the store keeps of one collection. */
    record Maps(MVMap<Object, Document> documents, MVMap<String, Object> meta, Waiting waiting) {

        Maps(MVStore store, String collection) {
            MVMap<Object, Document> documents = StoreMaps.documents(store, collection);
            this(documents, store.openMap("meta." + collection), Waiting.open(store, collection, documents));
        }
    }

    KeyedCollection(MongoDatabase database, String name, CollectionOptions options, Maps maps, CursorRegistry cursors) {
        this.documents = maps.documents();
        this.waiting = maps.waiting();
        super(database, name, options, maps.documents(), maps.meta(), cursors);
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        Object position = super.addDocumentInternal(document);
        waiting.stored(position, document);
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        super.handleUpdate(position, before, after);
        waiting.stored(position, after);
    }

    @Override
    protected void removeDocument(Object position) {
        super.removeDocument(position);
        waiting.removed(position);
    }

    /**
     * The stock update changes the very object that another thread may be sending to its client: two writers were told
     * the same counter. So it gets a copy, and what is stored never changes; nested values are replaced, not changed.
     */
    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document projection) {
        QueryResult found = find(query, order, skip, limit, batch, projection);
        List<Document> copies = new ArrayList<>();
        found.forEach(document -> copies.add(document.clone()));
        return new QueryResult(copies, found.getCursorId());
    }

    private QueryResult find(
            Document query, @Nullable Document order, int skip, int limit, int batch, @Nullable Document projection) {
        Conjunction filter = Conjunction.of(query);
        Optional<Iterable<Object>> positions =
                byUniqueKey(filter).or(() -> byIds(filter)).or(() -> waiting.positions(filter));
        if (positions.isPresent()) {
            return matchDocuments(query, positions.get(), order, skip, limit, batch, projection);
        }
        if (isWalkedById(filter, order)) {
            return matchDocumentsFromStream(walk(filter, order), query, null, skip, limit, batch, projection);
        }
        return super.queryDocuments(query, order, skip, limit, batch, projection);
    }

    /** Documents lie under their ids; the index of ids would be a second tree to walk. */
    private Optional<Iterable<Object>> byId(Conjunction filter) {
        return filter.equalTo(ID)
                .filter(String.class::isInstance)
                .map(id -> documents.containsKey(id) ? List.of(id) : List.of());
    }

    private Optional<Iterable<Object>> byUniqueKey(Conjunction filter) {
        for (Index<Object> index : getIndexes()) {
            Document key = new Document();
            for (IndexKey part : index.getKeys()) {
                filter.equalTo(part.getKey()).ifPresent(value -> key.put(part.getKey(), value));
            }
            if (key.size() == index.getKeys().size() && index.canHandle(key)) {
                return Optional.of(index.getPositions(key));
            }
        }
        return Optional.empty();
    }

    private Optional<Iterable<Object>> byIds(Conjunction filter) {
        return filter.operand(ID, "$in").filter(Collection.class::isInstance).flatMap(ids -> {
            Document key = new Document(ID, new Document("$in", ids));
            return getIndexes().stream()
                    .filter(index -> index.canHandle(key))
                    .findFirst()
                    .map(index -> index.getPositions(key));
        });
    }

    /** Only among strings is the map's order that of MongoDB. */
    private boolean isWalkedById(Conjunction filter, @Nullable Document order) {
        boolean ordered = order == null || order.isEmpty() || (order.size() == 1 && order.get(ID) instanceof Number);
        boolean bounded = lower(filter).or(() -> upper(filter)).isPresent();
        boolean sorted = order != null && !order.isEmpty();
        return ordered && (bounded || sorted) && holdsOnlyStrings();
    }

    private boolean holdsOnlyStrings() {
        return !documents.isEmpty() && documents.firstKey() instanceof String && documents.lastKey() instanceof String;
    }

    private Stream<Document> walk(Conjunction filter, @Nullable Document order) {
        boolean descending = order != null && order.get(ID) instanceof Number direction && direction.intValue() < 0;
        String low = lower(filter).orElse(null);
        String high = upper(filter).orElse(null);
        Cursor<Object, Document> cursor =
                descending ? documents.cursor(high, low, true) : documents.cursor(low, high, false);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Values(cursor), Spliterator.ORDERED), false);
    }

    private static Optional<String> lower(Conjunction filter) {
        return string(filter, "$gte").or(() -> string(filter, "$gt"));
    }

    private static Optional<String> upper(Conjunction filter) {
        return string(filter, "$lte").or(() -> string(filter, "$lt"));
    }

    private static Optional<String> string(Conjunction filter, String operator) {
        return filter.operand(ID, operator).filter(String.class::isInstance).map(String.class::cast);
    }

    private record Values(Cursor<Object, Document> cursor) implements Iterator<Document> {

        @Override
        public boolean hasNext() {
            return cursor.hasNext();
        }

        @Override
        public Document next() {
            cursor.next();
            return cursor.getValue();
        }
    }
}
