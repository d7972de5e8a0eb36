package org.lodestone.benchmarks.plain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The leads' index: what lists filter, sort and search by, and the keys under which others like one are found. */
@Component
class PlainIndex implements DisposableBean {

    private static final int POOL = 40;
    private static final int MOST = 20;
    private static final List<String> KEYWORDS = List.of(
            "/zone",
            "/park",
            "/source/channel",
            "/source/referrer",
            "/industry",
            "/chain",
            "/investor/uscc",
            "/investor/region",
            "/investor/country");
    private static final List<String> TEXTS =
            List.of("/name", "/investor/name", "/content", "/keyTerms", "/source/note", "/contacts/0/name");

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    PlainIndex() throws IOException {
        directory = FSDirectory.open(Files.createTempDirectory("plain-index"));
        writer = new IndexWriter(directory, new IndexWriterConfig(new CJKAnalyzer()).setRAMBufferSizeMB(24));
        searchers = new SearcherManager(writer, null);
        clock.scheduleWithFixedDelay(() -> quietly(searchers::maybeRefresh), 200, 200, TimeUnit.MILLISECONDS);
        clock.scheduleWithFixedDelay(() -> quietly(writer::commit), 10, 10, TimeUnit.SECONDS);
    }

    /** What is in the index of a lead beside what it says itself. */
    record Kept(String id, String owner, long createdAt, int score, byte[] source) {}

    /** The ids of those like it in its zone. */
    List<String> like(JsonNode lead, PlainFirm firm) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                BooleanQuery.Builder query = new BooleanQuery.Builder()
                        .add(new TermQuery(new Term("zone", lead.path("zone").asString(""))), Occur.FILTER)
                        .setMinimumNumberShouldMatch(1);
                firm.keys()
                        .forEach((key, weight) -> query.add(
                                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term("alike", key))), weight),
                                Occur.SHOULD));
                return judged(searcher, query.build(), firm);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> judged(IndexSearcher searcher, BooleanQuery query, PlainFirm firm) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<String> ids = new ArrayList<>();
        for (ScoreDoc found : searcher.search(query, POOL).scoreDocs) {
            Document other = stored.document(found.doc, Set.of("id", "core", "sound", "uscc", "contacts"));
            Set<String> contacts = new LinkedHashSet<>(List.of(other.getValues("contacts")));
            PlainFirm its = new PlainFirm(other.get("core"), other.get("sound"), other.get("uscc"), contacts);
            if (ids.size() < MOST && firm.isLike(its)) {
                ids.add(other.get("id"));
            }
        }
        return ids;
    }

    void put(JsonNode lead, PlainFirm firm, Kept kept) {
        Document document = new Document();
        document.add(new StringField("id", kept.id(), Store.YES));
        document.add(new StoredField("source", kept.source()));
        document.add(new StoredField("core", firm.core()));
        document.add(new StoredField("sound", firm.sound()));
        document.add(new StoredField("uscc", firm.uscc()));
        firm.contacts().forEach(contact -> document.add(new StoredField("contacts", contact)));
        firm.keys().keySet().forEach(key -> document.add(new StringField("alike", key, Store.NO)));
        KEYWORDS.forEach(path -> keyword(document, path.substring(1), lead.at(path)));
        lead.path("tags").forEach(tag -> keyword(document, "tag", tag));
        TEXTS.forEach(path -> text(document, path.substring(1), lead.at(path)));
        document.add(new TextField("sound", firm.sound(), Store.NO));
        document.add(new KeywordField("state", "NEW", Store.NO));
        document.add(new KeywordField("owner", kept.owner(), Store.NO));
        document.add(new LongField("createdAt", kept.createdAt(), Store.NO));
        document.add(new LongField("score", kept.score(), Store.NO));
        LocalDate received = LocalDate.parse(lead.path("receivedOn").asString());
        document.add(new LongField("receivedOn", received.toEpochDay(), Store.NO));
        Map.of("amount", "/investment/planned/value", "land", "/needs/landMu")
                .forEach((field, path) -> number(document, field, lead.at(path)));
        quietly(() -> writer.updateDocument(new Term("id", kept.id()), document));
    }

    private static void keyword(Document document, String field, JsonNode value) {
        if (value.isString()) {
            document.add(new KeywordField(field, value.stringValue(), Store.NO));
        }
    }

    private static void text(Document document, String field, JsonNode value) {
        if (value.isString()) {
            document.add(new TextField(field, value.stringValue(), Store.NO));
        }
    }

    private static void number(Document document, String field, JsonNode value) {
        if (value.isString()) {
            long hundredths =
                    new BigDecimal(value.stringValue()).movePointRight(2).longValue();
            document.add(new LongField(field, hundredths, Store.NO));
        }
    }

    private interface Work {

        void run() throws IOException;
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void destroy() throws IOException {
        clock.shutdownNow();
        searchers.close();
        writer.close();
        directory.close();
    }
}
