package org.lodestone.platform.aggregate;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits to be published of the aggregates of one collection. */
public final class AggregateOutbox {

    private final MongoCollection<BsonDocument> documents;
    private final String topic;
    private final String sourcePath;

    AggregateOutbox(MongoCollection<BsonDocument> documents, String topic, String sourcePath) {
        this.documents = documents;
        this.topic = topic;
        this.sourcePath = sourcePath;
    }

    public String topic() {
        return topic;
    }

    /** The aggregate as an event's source. */
    public String source(String id) {
        return sourcePath + '/' + id;
    }

    /** Ids of aggregates with something that has waited since before the given moment. */
    public Flux<String> waiting(Instant since, int limit) {
        return Flux.from(documents
                        .find(Filters.lt(PendingEvent.SINCE, Date.from(since)))
                        .projection(Projections.include("_id"))
                        .limit(limit))
                .map(document -> document.getString("_id").getValue());
    }

    /** In the order of their sequence. */
    public Mono<List<PendingEvent>> pending(String id) {
        return Mono.from(documents
                        .find(Filters.eq("_id", id))
                        .projection(Projections.include(PendingEvent.FIELD))
                        .first())
                .map(PendingEvent::of)
                .defaultIfEmpty(List.of());
    }

    /** Removes what was published, up to and with the given sequence. */
    public Mono<Void> remove(String id, long published) {
        return remove(Map.of(id, published));
    }

    /** Removes what was published of several aggregates in one request, of each up to and with its sequence. Never touches a version. */
    public Mono<Void> remove(Map<String, Long> published) {
        // Seldom does anything newer wait, and then it is asked for again.
        return Mono.from(documents.bulkWrite(removals(published, AggregateOutbox::all)))
                .filter(done -> done.getMatchedCount() < published.size())
                .flatMap(_ -> Mono.from(documents.bulkWrite(removals(published, AggregateOutbox::some))))
                .then();
    }

    private static List<UpdateOneModel<BsonDocument>> removals(
            Map<String, Long> published, BiFunction<String, Long, UpdateOneModel<BsonDocument>> removal) {
        List<UpdateOneModel<BsonDocument>> removals = new ArrayList<>();
        published.forEach((id, sequence) -> removals.add(removal.apply(id, sequence)));
        return removals;
    }

    /** Where nothing newer waits. */
    private static UpdateOneModel<BsonDocument> all(String id, long sequence) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.eq("version", sequence)),
                Updates.combine(Updates.unset(PendingEvent.FIELD), Updates.unset(PendingEvent.SINCE)));
    }

    private static UpdateOneModel<BsonDocument> some(String id, long sequence) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.exists(PendingEvent.FIELD)),
                Updates.pullByFilter(Filters.eq(PendingEvent.FIELD, Filters.lte("sequence", sequence))));
    }
}
