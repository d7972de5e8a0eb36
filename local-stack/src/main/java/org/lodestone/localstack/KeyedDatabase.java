package org.lodestone.localstack;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** Opens collections that use their keys. */
final class KeyedDatabase extends H2Database {

    private final MVStore store;

    KeyedDatabase(String name, MVStore store, CursorRegistry cursors) {
        // Before super(): that constructor already opens collections.
        this.store = store;
        super(name, store, cursors);
    }

    /** The stock database asks the store for the map by its name and finds it open already. */
    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        StoreMaps.index(store, getFullCollectionNamespace(collection), index);
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
        String fullName = getFullCollectionNamespace(name);
        return new KeyedCollection(this, name, options, new KeyedCollection.Maps(store, fullName), cursorRegistry);
    }
}
