package org.lodestone.leads.privacy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.aggregate.RecordCodec;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every look behind a mask, written down before the contact is shown. Nothing removes a line. */
@Component
class UnmaskingLog {

    private final RecordCodec<Unmasking> codec;
    private final MongoCollection<BsonDocument> lines;

    UnmaskingLog(MongoDatabase database) {
        this.codec = new RecordCodec<>(Unmasking.class, database.getCodecRegistry());
        this.lines = Durable.collection(database, "unmaskings");
    }

    /** The same request again finds its line. */
    Mono<Void> add(Unmasking unmasking) {
        return Mono.from(lines.insertOne(codec.document(unmasking, 1)))
                .then()
                .onErrorResume(Durable::isDuplicateKey, _ -> Mono.empty());
    }

    /** Newest first, of the zones in reach. */
    Mono<List<Unmasking>> list(Scope scope, Bson filter, int limit) {
        Bson reach = scope.everyZone() ? filter : Filters.and(filter, Filters.in("zone", scope.zones()));
        return Flux.from(lines.find(reach).sort(Sorts.descending("at", "_id")).limit(limit))
                .map(codec::aggregate)
                .collectList();
    }
}
