package org.lodestone.platform.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * Takes values about a person out of an aggregate's history and out of what it remembers of its commands, so that the chain still verifies.
 * Idempotent: what is gone already is not found again.
 */
public final class Redaction {

    /** A command seen before is then refused as one of another content, never obeyed again. */
    private static final String FORGOTTEN = "erased";

    private final MongoCollection<BsonDocument> documents;
    private final History history;

    Redaction(MongoCollection<BsonDocument> documents, History history) {
        this.documents = documents;
        this.history = history;
    }

    /** Whether everything of it was published: a line is redacted in the history, not while it waits in the outbox. */
    public Mono<Boolean> settled(String id) {
        Bson waits = Filters.and(Filters.eq("_id", id), Filters.exists(PendingEvent.FIELD));
        return Mono.from(documents
                        .find(waits)
                        .projection(Projections.include("_id", PendingEvent.FIELD))
                        .first())
                .map(document -> PendingEvent.of(document).isEmpty())
                .defaultIfEmpty(true);
    }

    /** How many lines lost values. */
    public Mono<Integer> redact(String id, Predicate<BsonValue> personal) {
        return history.lines(id)
                .concatMap(line -> {
                    BsonDocument left = SealedEntry.erased(line, personal);
                    return left == null
                            ? Mono.just(0)
                            : history.replace(line, left).map(done -> done ? 1 : 0);
                })
                .reduce(0, Integer::sum);
    }

    /** Drops the digests of what was sent: of a phone number a digest tells who tries all of them. */
    public Mono<Void> forgetCommands(String id) {
        return Mono.from(documents
                        .find(Filters.eq("_id", id))
                        .projection(Projections.include("version", PastCommands.FIELD, PastCommands.FIRST))
                        .first())
                .flatMap(found -> {
                    BsonDocument set = forgotten(found);
                    Bson same = Filters.and(Filters.eq("_id", id), Filters.eq("version", found.get("version")));
                    return set.isEmpty()
                            ? Mono.empty()
                            : Mono.from(documents.updateOne(same, new BsonDocument("$set", set)))
                                    .flatMap(result ->
                                            result.getMatchedCount() == 1 ? Mono.empty() : forgetCommands(id));
                });
    }

    private static BsonDocument forgotten(BsonDocument found) {
        BsonDocument set = new BsonDocument();
        BsonString mark = new BsonString(FORGOTTEN);
        if (found.isDocument(PastCommands.FIRST)
                && !mark.equals(found.getDocument(PastCommands.FIRST).get("fingerprint"))) {
            set.put(PastCommands.FIRST + ".fingerprint", mark);
        }
        if (found.isArray(PastCommands.FIELD)) {
            BsonArray before = found.getArray(PastCommands.FIELD);
            BsonArray after = new BsonArray();
            for (BsonValue past : before) {
                after.add(past.asDocument().clone().append("fingerprint", mark));
            }
            if (!after.equals(before)) {
                set.put(PastCommands.FIELD, after);
            }
        }
        return set;
    }
}
