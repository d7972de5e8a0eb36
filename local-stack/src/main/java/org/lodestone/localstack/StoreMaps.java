package org.lodestone.localstack;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** Opens the maps of a store, each in the form its kind is kept in. A map that is open stays as it was opened first, whoever opens it again. */
final class StoreMaps {

    /** As the stock backend names them. */
    private static final String DOCUMENTS = "databases.";

    private static final String INDEX = "._index_";

    private StoreMaps() {}

    static MVMap<Object, Document> documents(MVStore store, String collection) {
        return store.openMap(
                DOCUMENTS + collection, new MVMap.Builder<Object, Document>().valueType(StoredDocument.TYPE));
    }

    static MVMap<KeyValue, Object> index(MVStore store, String collection, String index) {
        return index(store, collection + INDEX + index);
    }

    private static MVMap<KeyValue, Object> index(MVStore store, String name) {
        return store.openMap(name, new MVMap.Builder<KeyValue, Object>().keyType(StoredKey.TYPE));
    }

    /** Takes over everything of a store whose maps are in the stock form. */
    static void takeOver(MVStore former, MVStore store) {
        for (String name : former.getMapNames()) {
            if (name.startsWith(DOCUMENTS)) {
                copy(former.<Object, Document>openMap(name), documents(store, name.substring(DOCUMENTS.length())));
            } else if (name.contains(INDEX)) {
                copy(former.<KeyValue, Object>openMap(name), index(store, name));
            } else {
                copy(former.<Object, Object>openMap(name), store.openMap(name));
            }
        }
    }

    private static <K, V> void copy(MVMap<K, V> from, MVMap<K, V> to) {
        from.cursor(null).forEachRemaining(key -> to.put(key, from.get(key)));
    }
}
