package org.lodestone.platform.search;

import java.io.IOException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where an index lies. What cannot be opened is thrown away: the collection has everything. */
final class IndexFolder {

    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);

    private final Place place;
    private final SearchSchema schema;

    IndexFolder(Place place, SearchSchema schema) {
        this.place = place;
        this.schema = schema;
    }

    /** Opens the directory; each time a new one. */
    interface Place {

        Directory open() throws IOException;
    }

    LiveIndex open() throws IOException {
        Directory directory = place.open();
        if (directory.listAll().length > 0) {
            try {
                return new LiveIndex(directory, schema, false);
            } catch (LockObtainFailedException heldByAnother) {
                directory.close();
                throw heldByAnother;
            } catch (IOException | RuntimeException unusable) {
                log.warn("Index of {} is built anew: {}", schema.name(), unusable.toString());
                directory.close();
                directory = place.open();
                discard(directory);
            }
        }
        return new LiveIndex(directory, schema, true);
    }

    private static void discard(Directory directory) throws IOException {
        // Another process may be building it just now.
        try (Lock _ = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
        }
    }
}
