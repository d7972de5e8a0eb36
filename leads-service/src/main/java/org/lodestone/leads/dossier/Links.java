package org.lodestone.leads.dossier;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
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

/** Links between companies, made by hand: there are few, so the database may look through all of them where it has no index. */
@Component
class Links {

    private static final int MOST = 200;

    private final RecordCodec<Link> codec;
    private final MongoCollection<BsonDocument> links;
    private final Mono<Void> indexed;

    Links(MongoDatabase database) {
        this.codec = new RecordCodec<>(Link.class, database.getCodecRegistry());
        this.links = Durable.collection(database, "investorLinks");
        this.indexed = Flux.just("from.key", "to.key")
                .concatMap(end -> links.createIndex(Indexes.ascending(end)))
                .then()
                .cache();
    }

    /** Replaces the same one. */
    Mono<Link> keep(Link link) {
        return indexed.onErrorComplete()
                .then(Mono.defer(() -> Mono.from(links.replaceOne(
                        eq("_id", link.id()), codec.document(link, 1), new ReplaceOptions().upsert(true)))))
                .thenReturn(link);
    }

    /** In either direction, as far as the reader's zones wrote them down. */
    Mono<List<Link>> of(Scope scope, List<String> ids) {
        Bson ends = or(in("from.key", ids), in("to.key", ids));
        return Flux.from(links.find(and(ends, zones(scope))).limit(MOST))
                .map(codec::aggregate)
                .collectList();
    }

    Mono<Link> find(Scope scope, String id) {
        return Mono.from(links.find(and(eq("_id", id), zones(scope))).first()).map(codec::aggregate);
    }

    Mono<Void> remove(Link link) {
        return Mono.from(links.deleteOne(eq("_id", link.id()))).then();
    }

    private static Bson zones(Scope scope) {
        return scope.everyZone() ? Filters.empty() : in("zone", scope.zones());
    }
}
