package org.lodestone.leads.settings;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.BsonDocument;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.aggregate.RecordCodec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Every version of every zone's settings, a document each under {@code zone@version}: whoever inserts the next version first has changed
 * them, so no update can be lost, and nothing is ever rewritten.
 */
@Component
class ZoneSettingsVersions {

    private static final int MOST = 200;

    private final RecordCodec<ZoneSettings> codec;
    private final MongoCollection<BsonDocument> documents;

    ZoneSettingsVersions(MongoDatabase database) {
        this.codec = new RecordCodec<>(ZoneSettings.class, database.getCodecRegistry());
        this.documents = Durable.collection(database, "zoneSettings");
    }

    Mono<ZoneSettings> find(String zone, long version) {
        return Mono.from(documents
                        .find(Filters.eq("_id", ZoneSettings.id(zone, version)))
                        .first())
                .map(codec::aggregate);
    }

    /** The newest after a known one, itself included; versions have no gaps. */
    Mono<ZoneSettings> newest(ZoneSettings known) {
        return find(known.zone(), known.version() + 1).flatMap(this::newest).defaultIfEmpty(known);
    }

    /** Newest first. */
    Flux<ZoneSettings> until(ZoneSettings newest) {
        long oldest = Math.max(1, newest.version() - MOST + 1);
        return Flux.range(0, Math.toIntExact(newest.version() - oldest + 1))
                .concatMap(back -> find(newest.zone(), newest.version() - back));
    }

    /** False if that version exists already. */
    Mono<Boolean> insert(ZoneSettings settings) {
        return Mono.from(documents.insertOne(codec.document(settings, settings.version())))
                .map(_ -> true)
                .onErrorResume(Durable::isDuplicateKey, _ -> Mono.just(false));
    }
}
