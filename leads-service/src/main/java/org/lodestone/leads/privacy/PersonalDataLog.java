package org.lodestone.leads.privacy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.BsonDocument;
import org.lodestone.leads.privacy.PersonalDataRequest.Kind;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.aggregate.RecordCodec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every search and every export of a person's data, written down before it is answered. Nothing removes a line. */
@Component
class PersonalDataLog {

    private final RecordCodec<PersonalDataRequest> codec;
    private final MongoCollection<BsonDocument> lines;

    PersonalDataLog(MongoDatabase database) {
        this.codec = new RecordCodec<>(PersonalDataRequest.class, database.getCodecRegistry());
        this.lines = Durable.collection(database, "personalDataRequests");
    }

    Mono<Void> add(PersonalDataRequest line) {
        return Mono.from(lines.insertOne(codec.document(line, 1)))
                .then()
                .onErrorResume(Durable::isDuplicateKey, _ -> Mono.empty());
    }

    /** Newest first. */
    Mono<List<PersonalDataRequest>> list(Kind kind, int limit) {
        return Flux.from(lines.find(Filters.eq("kind", kind.name()))
                        .sort(Sorts.descending("at", "_id"))
                        .limit(limit))
                .map(codec::aggregate)
                .collectList();
    }
}
