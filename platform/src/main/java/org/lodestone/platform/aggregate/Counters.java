package org.lodestone.platform.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** Human numbers: a counter for each kind, zone and year. Gaps are allowed, reuse never. */
public final class Counters {

    private static final int ATTEMPTS = 10;

    private final MongoCollection<BsonDocument> counters;

    public Counters(MongoDatabase database) {
        this.counters = Durable.collection(database, "counters");
    }

    /** The next number, starting at 1. */
    public Mono<Long> next(String kind, String zone, int year) {
        return take(kind, zone, year, 1);
    }

    /** The last of so many numbers in a row: for who needs many. */
    public Mono<Long> take(String kind, String zone, int year, int count) {
        String id = kind + '|' + zone + '|' + year;
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(counters.findOneAndUpdate(Filters.eq("_id", id), Updates.inc("last", (long) count), options))
                .map(counter -> counter.getNumber("last").longValue())
                // Two first numbers at once: one of the inserts meets the other's key.
                .retryWhen(reactor.util.retry.Retry.max(ATTEMPTS).filter(Durable::isDuplicateKey));
    }
}
