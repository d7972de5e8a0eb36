package org.lodestone.platform.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import reactor.core.publisher.Mono;

/** Human numbers: a counter for each kind, zone and year. Gaps are allowed, reuse never. */
public final class Counters {

    private static final int ATTEMPTS = 10;

    private final MongoCollection<BsonDocument> counters;
    private final Map<String, Gathering<Integer, Long>> takers = new ConcurrentHashMap<>();

    public Counters(MongoDatabase database) {
        this.counters = Durable.collection(database, "counters");
    }

    /** The next number, starting at 1. */
    public Mono<Long> next(String kind, String zone, int year) {
        return take(kind, zone, year, 1);
    }

    /** The last of so many numbers in a row: for who needs many. */
    public Mono<Long> take(String kind, String zone, int year, int count) {
        return takers.computeIfAbsent(kind + '|' + zone + '|' + year, id -> new Gathering<>(asked -> taken(id, asked)))
                .ask(count);
    }

    /** Whatever is asked for at the same time is taken at once and handed out in its order. */
    private Mono<List<Long>> taken(String id, List<Integer> asked) {
        long all = asked.stream().mapToLong(Integer::longValue).sum();
        FindOneAndUpdateOptions options =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(counters.findOneAndUpdate(Filters.eq("_id", id), Updates.inc("last", all), options))
                .map(counter -> handedOut(counter.getNumber("last").longValue() - all, asked))
                // Two first numbers at once: one of the inserts meets the other's key.
                .retryWhen(reactor.util.retry.Retry.max(ATTEMPTS).filter(Durable::isDuplicateKey));
    }

    private static List<Long> handedOut(long before, List<Integer> asked) {
        List<Long> lasts = new ArrayList<>(asked.size());
        long last = before;
        for (int count : asked) {
            last += count;
            lasts.add(last);
        }
        return lasts;
    }
}
