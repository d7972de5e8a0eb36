package org.lodestone.platform.process;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.function.UnaryOperator;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.conversions.Bson;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.aggregate.RecordCodec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Processes of one kind in a collection of their own. Every step is one guarded write.
 *
 * @param <P> a public record: the codec reads its components
 */
public final class ProcessStore<P extends Record & Process> {

    /** Derived from {@link Process#finished()}, so that what is left to do can be asked for. */
    private static final String OPEN = "_open";

    private final RecordCodec<P> codec;
    private final MongoCollection<BsonDocument> documents;

    public ProcessStore(MongoDatabase database, Class<P> type, String collection) {
        this.codec = new RecordCodec<>(type, database.getCodecRegistry());
        this.documents = Durable.collection(database, collection);
    }

    /** Stores it, or answers with the one that has its id already: the same work begun twice is begun once. */
    public Mono<P> begin(P first) {
        return Mono.from(documents.insertOne(document(first, 1)))
                .then(Mono.defer(() -> find(first.id())))
                .onErrorResume(Durable::isDuplicateKey, _ -> find(first.id()));
    }

    public Mono<P> find(String id) {
        return Mono.from(documents.find(Filters.eq("_id", id)).first()).map(codec::aggregate);
    }

    /**
     * Reads, decides and writes, again from the start when another was faster. Empty when there is none.
     *
     * @param next may be called more than once; the same instance back means that there is nothing to change; a refusal is what it throws
     */
    public Mono<P> step(String id, UnaryOperator<P> next) {
        return find(id).flatMap(present -> {
            P changed = next.apply(present);
            if (changed == present) {
                return Mono.just(present);
            }
            Bson guard = Filters.and(Filters.eq("_id", id), Filters.eq("version", new BsonInt64(present.version())));
            FindOneAndReplaceOptions after = new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER);
            return Mono.from(documents.findOneAndReplace(guard, document(changed, present.version() + 1), after))
                    .map(codec::aggregate)
                    .switchIfEmpty(Mono.defer(() -> step(id, next)));
        });
    }

    /** In the order of their ids. */
    public Flux<P> unfinished() {
        return list(Filters.eq(OPEN, true));
    }

    /** What fulfils the filter, in the order of the ids; for kinds of which there are few. */
    public Flux<P> list(Bson filter) {
        return Flux.from(documents.find(filter).sort(Sorts.ascending("_id"))).map(codec::aggregate);
    }

    private BsonDocument document(P process, long version) {
        return codec.document(process, version).append(OPEN, BsonBoolean.valueOf(!process.finished()));
    }
}
