package org.lodestone.platform.events;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.lodestone.platform.aggregate.Durable;
import reactor.core.publisher.Mono;

/**
 * How far each aggregate was heard, in the projection's own documents. The chain covers every event in its order: two projections that
 * heard the same have the same, and a test can compute it from the topic.
 */
public class Projection {

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
        return Mono.from(documents
                        .find(Filters.eq("_id", aggregate))
                        .projection(Projections.include("sequence", "chain"))
                        .first())
                .map(document -> new Position(
                        document.getNumber("sequence").longValue(),
                        document.getString("chain").getValue()))
                .defaultIfEmpty(Position.START);
    }

    /** False when somebody else advanced it meanwhile. */
    Mono<Boolean> advance(String aggregate, Position from, Position to, Document fields) {
        Document state = new Document(fields).append("sequence", to.sequence()).append("chain", to.chain());
        return from.sequence() == 0 ? insert(aggregate, state) : update(aggregate, from, state);
    }

    /** What makes an update apply once: the sequence it follows. */
    protected Bson guard(String aggregate, Position from) {
        return new Document("_id", aggregate).append("sequence", from.sequence());
    }

    private Mono<Boolean> insert(String aggregate, Document state) {
        Document document = new Document("_id", aggregate);
        document.putAll(state);
        BsonDocument first = document.toBsonDocument(BsonDocument.class, documents.getCodecRegistry());
        return Mono.from(documents.insertOne(first))
                .map(_ -> true)
                .onErrorResume(Durable::isDuplicateKey, _ -> Mono.just(false));
    }

    private Mono<Boolean> update(String aggregate, Position from, Document state) {
        return Mono.from(documents.updateOne(guard(aggregate, from), new Document("$set", state)))
                .map(result -> result.getMatchedCount() == 1);
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
