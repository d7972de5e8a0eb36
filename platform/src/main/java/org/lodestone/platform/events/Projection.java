package org.lodestone.platform.events;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.lodestone.platform.aggregate.Durable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How far each aggregate was heard, in the projection's own documents. The chain covers every event in its order: two projections that
 * heard the same have the same, and a test can compute it from the topic.
 */
public class Projection {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final String name;
    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<BsonDocument> effects;

    public Projection(MongoDatabase database, String name) {
        this.name = name;
        this.documents = Durable.collection(database, name);
        this.effects = Durable.collection(database, name + ".effects");
    }

    /** The position after one event; the chain before the first is empty. */
    public record Position(long sequence, String chain) {

        static final Position START = new Position(0, "");

        public Position after(long next, String eventId) {
            return new Position(next, sha256(chain + eventId));
        }
    }

    String name() {
        return name;
    }

    public Mono<Position> position(String aggregate) {
        return positions(List.of(aggregate)).map(known -> known.getOrDefault(aggregate, Position.START));
    }

    /** Of those that were heard of. */
    Mono<Map<String, Position>> positions(Collection<String> aggregates) {
        return Flux.from(documents
                        .find(Filters.in("_id", aggregates))
                        .projection(Projections.include("sequence", "chain")))
                .collectMap(
                        document -> document.getString("_id").getValue(),
                        document -> new Position(
                                document.getNumber("sequence").longValue(),
                                document.getString("chain").getValue()));
    }

    /** False when somebody else advanced it meanwhile. */
    Mono<Boolean> advance(String aggregate, Position from, Position to, Document fields) {
        return advance(Map.of(aggregate, from), Map.of(aggregate, to), Map.of(aggregate, fields));
    }

    /** Each aggregate for itself, in one request. False when somebody else advanced one of them meanwhile; the others are advanced. */
    Mono<Boolean> advance(Map<String, Position> from, Map<String, Position> to, Map<String, Document> fields) {
        List<WriteModel<BsonDocument>> writes = to.entrySet().stream()
                .map(each -> write(
                        each.getKey(),
                        from.getOrDefault(each.getKey(), Position.START),
                        new Document(fields.getOrDefault(each.getKey(), new Document()))
                                .append("sequence", each.getValue().sequence())
                                .append("chain", each.getValue().chain())))
                .toList();
        return Mono.from(documents.bulkWrite(writes, UNORDERED))
                .map(result -> result.getInsertedCount() + result.getMatchedCount() == writes.size())
                .onErrorResume(Durable::areDuplicateKeys, _ -> Mono.just(false));
    }

    private WriteModel<BsonDocument> write(String aggregate, Position from, Document state) {
        if (from.sequence() > 0) {
            return new UpdateOneModel<>(guard(aggregate, from), new Document("$set", state));
        }
        Document first = new Document("_id", aggregate);
        first.putAll(state);
        return new InsertOneModel<>(first.toBsonDocument(BsonDocument.class, documents.getCodecRegistry()));
    }

    /** What makes an update apply once: the sequence it follows. */
    protected Bson guard(String aggregate, Position from) {
        return new Document("_id", aggregate).append("sequence", from.sequence());
    }

    Mono<Boolean> hasEffect(String id) {
        return Mono.from(effects.find(Filters.eq("_id", id)).first()).hasElement();
    }

    /** False when it was noted before. */
    Mono<Boolean> noteEffect(String id) {
        return Mono.from(effects.insertOne(new BsonDocument("_id", new org.bson.BsonString(id))))
                .map(_ -> true)
                .onErrorResume(Durable::isDuplicateKey, _ -> Mono.just(false));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
