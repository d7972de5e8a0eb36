package org.lodestone.localstack;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * Where the documents are that have an outbox to be emptied: what the partial index of a real database holds. Services ask for them again
 * and again, and a scan of a hundred thousand leads takes seconds. It lies in the same file, so it is committed with the documents.
 */
final class Waiting {

    private static final String SINCE = "_outboxAt";

    private final MVMap<Object, Boolean> positions;
    private final MVMap<Object, Document> documents;

    private Waiting(MVMap<Object, Boolean> positions, MVMap<Object, Document> documents) {
        this.positions = positions;
        this.documents = documents;
    }

    /** Of a file that was written before there was such a map, it is made. */
    static Waiting open(MVStore store, String collection, MVMap<Object, Document> documents) {
        String name = "waiting." + collection;
        boolean made = store.hasMap(name);
        Waiting waiting = new Waiting(store.openMap(name), documents);
        if (!made) {
            for (Cursor<Object, Document> all = documents.cursor(null); all.hasNext(); ) {
                Object position = all.next();
                waiting.stored(position, all.getValue());
            }
        }
        return waiting;
    }

    void stored(Object position, Document document) {
        if (document.containsKey(SINCE)) {
            positions.put(position, true);
        } else {
            positions.remove(position);
        }
    }

    void removed(Object position) {
        positions.remove(position);
    }

    /** For a filter that only such documents can pass; it is checked on each of them all the same. A dropped collection leaves positions. */
    Optional<Iterable<Object>> positions(Conjunction filter) {
        boolean asked = Stream.of("$lt", "$lte", "$gt", "$gte")
                .anyMatch(operator -> filter.operand(SINCE, operator).isPresent());
        return asked
                ? Optional.of(positions.keySet().stream()
                        .filter(documents::containsKey)
                        .toList())
                : Optional.empty();
    }
}
