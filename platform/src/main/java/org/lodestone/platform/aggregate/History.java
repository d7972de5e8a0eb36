package org.lodestone.platform.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.codecs.BsonValueCodecProvider;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.ValueCodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What was published of every aggregate, a line for each version: {@code _id = aggregate:sequence}. Lines are added, never changed; only
 * what they tell of a person is taken out when that person is erased.
 */
public final class History {

    private static final CodecRegistry PLAIN = CodecRegistries.fromProviders(
            new ValueCodecProvider(),
            new BsonValueCodecProvider(),
            new org.bson.codecs.jsr310.Jsr310CodecProvider(),
            new org.bson.codecs.CollectionCodecProvider(),
            new org.bson.codecs.MapCodecProvider(),
            new org.bson.codecs.DocumentCodecProvider());

    private final MongoCollection<BsonDocument> lines;

    History(MongoDatabase database) {
        this.lines = Durable.collection(database, "history");
    }

    /** Inserts the line; one that is there already is the same. */
    public Mono<Void> insert(String aggregate, long sequence, BsonDocument entry) {
        return insert(List.of(new Line(aggregate, sequence, entry)));
    }

    /** Inserts lines of several aggregates in one request; those that are there already are the same. */
    public Mono<Void> insert(List<Line> many) {
        List<BsonDocument> documents = many.stream().map(Line::document).toList();
        return Mono.from(lines.insertMany(documents, new InsertManyOptions().ordered(false)))
                .then()
                .onErrorResume(Durable::areDuplicateKeys, _ -> Mono.empty());
    }

    /** What is told of one version of an aggregate. */
    public record Line(String aggregate, long sequence, BsonDocument entry) {

        private BsonDocument document() {
            BsonDocument line = new BsonDocument("_id", new BsonString(History.id(aggregate, sequence)));
            line.putAll(entry);
            return line;
        }
    }

    /** All lines of an aggregate as they are stored. */
    Flux<BsonDocument> lines(String aggregate) {
        return Flux.from(
                lines.find(Filters.and(Filters.gte("_id", aggregate + ':'), Filters.lt("_id", aggregate + ';'))));
    }

    /** The line as it shall be, if it is still the one that was read. */
    Mono<Boolean> replace(BsonDocument read, BsonDocument left) {
        byte[] hash = SealedEntry.hash(read);
        Bson same = hash == null
                ? Filters.eq("_id", read.get("_id"))
                : Filters.and(Filters.eq("_id", read.get("_id")), Filters.eq("hash", read.get("hash")));
        return Mono.from(lines.replaceOne(same, left)).map(result -> result.getMatchedCount() == 1);
    }

    /** The lines from {@code newest} down, at most {@code limit}; asked for by their ids, so no index is needed. */
    Flux<HistoryEntry> read(String aggregate, long newest, int limit) {
        List<String> ids = LongStream.rangeClosed(Math.max(1, newest - limit + 1), newest)
                .mapToObj(sequence -> id(aggregate, sequence))
                .toList();
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(lines.find(Filters.in("_id", ids))).map(History::entry);
    }

    private static String id(String aggregate, long sequence) {
        return aggregate + ':' + sequence;
    }

    static BsonDocument document(HistoryEntry entry) {
        Document document = new Document("sequence", entry.sequence())
                .append("at", entry.at())
                .append("by", entry.by())
                .append("recordedAt", entry.recordedAt())
                .append("recordedBy", entry.recordedBy())
                .append("kind", entry.kind());
        append(document, "from", entry.from());
        append(document, "to", entry.to());
        append(document, "reason", entry.reason());
        append(document, "note", entry.note());
        append(document, "dwellSeconds", entry.dwellSeconds());
        document.append("changes", entry.changes().stream().map(History::change).toList());
        return document.toBsonDocument(BsonDocument.class, PLAIN);
    }

    private static Document change(HistoryEntry.Change change) {
        Document document = new Document("field", change.field());
        append(document, "before", change.before());
        append(document, "after", change.after());
        append(document, SealedEntry.ERASED, change.erased());
        return document;
    }

    private static void append(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    static HistoryEntry entry(BsonDocument line) {
        Document document = new DocumentCodec(PLAIN)
                .decode(line.asBsonReader(), DecoderContext.builder().build());
        return new HistoryEntry(
                document.getLong("sequence"),
                instant(document, "at"),
                document.getString("by"),
                instant(document, "recordedAt"),
                document.getString("recordedBy"),
                document.getString("kind"),
                document.getString("from"),
                document.getString("to"),
                document.getString("reason"),
                document.getString("note"),
                document.getLong("dwellSeconds"),
                document.getList("changes", Document.class).stream()
                        .map(change -> new HistoryEntry.Change(
                                change.getString("field"),
                                plain(change.get("before")),
                                plain(change.get("after")),
                                change.getBoolean(SealedEntry.ERASED)))
                        .toList());
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? Map.copyOf(map) : value;
    }

    private static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }
}
