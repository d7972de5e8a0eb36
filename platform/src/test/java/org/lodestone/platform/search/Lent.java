package org.lodestone.platform.search;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;

/** A directory that outlives the index in it, so that another can open it. */
final class Lent extends FilterDirectory {

    Lent(Directory directory) {
        super(directory);
    }

    @Override
    public void close() {
        // Its owner closes it.
    }
}
