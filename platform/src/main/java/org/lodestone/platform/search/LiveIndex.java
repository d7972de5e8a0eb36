package org.lodestone.platform.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LiveFieldValues;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The Lucene index while it is open: documents with versions of which the higher wins, and views that know their offsets. */
final class LiveIndex implements AutoCloseable {

    /** Raised when analysis or the form of documents changes in this package. */
    private static final String FORM = "2";

    private static final String SCHEMA = "schema";
    private static final int STRIPES = 64;
    /** A service has 256 MB; the rest is the page cache's. */
    private static final double BUFFER_MB = 24;
    /** While it is built nobody else wants much, and larger segments are merged less often. */
    private static final double BUILDING_MB =
            Math.clamp(Runtime.getRuntime().maxMemory() / (6 << 20), (long) BUFFER_MB, 256);

    private static final long ABSENT = -1;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final LiveFieldValues<IndexSearcher, Long> versions;
    private final Object[] stripes = new Object[STRIPES];
    private final String schema;
    /** Everything before these is in the writer. */
    private final AtomicReference<@Nullable Offsets> offsets = new AtomicReference<>();
    /** Something was put since the last refresh began. */
    private volatile boolean unseen;

    private volatile long shownAt;

    /** Opens what is there, if it is whole and of this schema; else throws, or begins anew if {@code fresh}. */
    LiveIndex(Directory directory, SearchSchema schema, boolean fresh) throws IOException {
        this.directory = directory;
        this.schema = FORM + ':' + schema.fingerprint();
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new Object();
        }
        Map<String, String> kept = fresh ? Map.of() : check();
        this.writer = new IndexWriter(directory, settings(fresh));
        this.searchers = new SearcherManager(writer, new Opening());
        this.versions = new Versions(searchers);
        this.offsets.set(Offsets.of(kept));
        refresh();
    }

    /** Reads every file once: damage is to be found now, not by a merge at night. */
    private Map<String, String> check() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            Map<String, String> data = reader.getIndexCommit().getUserData();
            if (!schema.equals(data.get(SCHEMA))) {
                throw new IOException("The index is of another schema");
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
            return data;
        }
    }

    private static IndexWriterConfig settings(boolean fresh) {
        return new IndexWriterConfig(new KeywordAnalyzer())
                .setOpenMode(fresh ? IndexWriterConfig.OpenMode.CREATE : IndexWriterConfig.OpenMode.APPEND)
                .setRAMBufferSizeMB(BUFFER_MB)
                // Purging is asked for when somebody must be forgotten: no deleted document may stay.
                .setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0))
                .setCommitOnClose(false);
    }

    /** Whether very much is put now. */
    void building(boolean building) {
        writer.getConfig().setRAMBufferSizeMB(building ? BUILDING_MB : BUFFER_MB);
    }

    /** @return whether it was newer than what the index had */
    boolean put(String id, long version, Supplier<Document> document) throws IOException {
        synchronized (stripe(id)) {
            long present = version(id);
            if (present >= version) {
                return false;
            }
            Iterable<? extends IndexableField> fields = document.get();
            if (present == ABSENT) {
                // Looking in every segment for what it replaces is a good part of building an index, and here there is
                // nothing.
                writer.addDocument(fields);
            } else {
                writer.updateDocument(new Term(Documents.ID, id), fields);
            }
            unseen = true;
            versions.add(id, version);
            return true;
        }
    }

    /** Writes the same version anew, where what is put depends on more than the aggregate; a newer one is left alone. */
    boolean again(String id, long version, Supplier<Document> document) throws IOException {
        synchronized (stripe(id)) {
            if (version(id) != version) {
                return false;
            }
            Iterable<? extends IndexableField> fields = document.get();
            writer.updateDocument(new Term(Documents.ID, id), fields);
            unseen = true;
            return true;
        }
    }

    boolean delete(String id) throws IOException {
        synchronized (stripe(id)) {
            if (version(id) == ABSENT) {
                return false;
            }
            writer.deleteDocuments(new Term(Documents.ID, id));
            unseen = true;
            versions.delete(id);
            return true;
        }
    }

    /** -1 if it is not there. */
    long version(String id) throws IOException {
        Long version = versions.get(id);
        return version == null ? ABSENT : version;
    }

    void clear() throws IOException {
        writer.deleteAll();
        offsets.set(null);
        refresh();
    }

    @Nullable
    Offsets offsets() {
        return offsets.get();
    }

    /** To be called when everything before them was put. */
    void reached(Offsets now) {
        offsets.set(now);
    }

    /** Shows what waits to be seen, unless everything was shown a moment ago. */
    void refreshUnlessWithin(Duration moment) throws IOException {
        if (unseen && System.nanoTime() - shownAt > moment.toNanos()) {
            refresh();
        }
    }

    /** Shows everything that was put before the call. */
    synchronized void refresh() throws IOException {
        unseen = false;
        Offsets reached = offsets.get();
        searchers.maybeRefreshBlocking();
        View view = acquire();
        try {
            // Nothing newer can be missing from the view, so it may also be one that was there before.
            view.offsets = reached;
        } finally {
            release(view);
            shownAt = System.nanoTime();
        }
    }

    /** Durable, with the offsets that belong to it. */
    synchronized void commit() throws IOException {
        Offsets reached = offsets.get();
        Map<String, String> data = new HashMap<>(reached == null ? Map.of() : reached.data());
        data.put(SCHEMA, schema);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** Writes anew what holds anything deleted or replaced, and removes the files that held it. Slow, and rarely asked for. */
    void purge() throws IOException {
        commit();
        writer.forceMergeDeletes(true);
        commit();
        refresh();
        writer.deleteUnusedFiles();
    }

    View acquire() throws IOException {
        return (View) searchers.acquire();
    }

    void release(View view) {
        try {
            searchers.release(view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False after an error of the disk: it has to be opened again. */
    boolean isHealthy() {
        return writer.isOpen();
    }

    long size() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer) {
            versions.close();
            searchers.close();
        }
    }

    private Object stripe(String id) {
        return stripes[Math.floorMod(id.hashCode(), STRIPES)];
    }

    /** A view of the index at one moment; {@code offsets} are those of the events it certainly contains. */
    static final class View extends IndexSearcher {

        private static final int MOST_ANSWERS = 1000;
        private static final Duration KEPT = Duration.ofMinutes(1);

        private final Cache<Object, Object> answers = Caffeine.newBuilder()
                .maximumSize(MOST_ANSWERS)
                .expireAfterWrite(KEPT)
                .build();

        private volatile @Nullable Offsets offsets;

        View(IndexReader reader) {
            super(reader);
            // Answers differ by user and moment: keeping them costs more than it saves.
            setQueryCache(null);
        }

        /** Computed once, however many ask for it at the same time. */
        @SuppressWarnings("unchecked")
        <T> T answer(Object key, Answer<T> computed) throws IOException {
            try {
                return (T) answers.get(key, _ -> {
                    try {
                        return computed.get();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }

        interface Answer<T> {

            T get() throws IOException;
        }

        String position() {
            Offsets contained = offsets;
            return contained == null ? "" : contained.token().toString();
        }
    }

    private static final class Opening extends SearcherFactory {

        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            return new View(reader);
        }
    }

    private static final class Versions extends LiveFieldValues<IndexSearcher, Long> {

        Versions(SearcherManager searchers) {
            super(searchers, ABSENT);
        }

        @Override
        protected @Nullable Long lookupFromSearcher(IndexSearcher searcher, String id) throws IOException {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                Long version = lookup(leaf.reader(), id);
                if (version != null) {
                    return version;
                }
            }
            return ABSENT;
        }

        private static @Nullable Long lookup(LeafReader reader, String id) throws IOException {
            BytesRef term = new BytesRef(id);
            Terms ids = reader.terms(Documents.ID);
            BytesRef last = ids == null ? null : ids.getMax();
            // An index is built in the order of ids, and most of its segments end before this one.
            if (ids == null || last == null || last.compareTo(term) < 0) {
                return null;
            }
            TermsEnum terms = ids.iterator();
            if (!terms.seekExact(term)) {
                return null;
            }
            PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
            Bits live = reader.getLiveDocs();
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (live == null || live.get(doc)) {
                    NumericDocValues values = reader.getNumericDocValues(Documents.VERSION);
                    return values != null && values.advanceExact(doc) ? values.longValue() : null;
                }
            }
            return null;
        }
    }
}
