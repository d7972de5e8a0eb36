package org.lodestone.platform.privacy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.privacy.Cleaning.Edit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every collection there is, also those nobody thought of when this was written: looked through in the order of ids. */
public final class Collections {

    /** Small enough that a page never takes as long as the database allows a request. */
    private static final int PAGE = 200;

    private final MongoDatabase database;

    public Collections(MongoDatabase database) {
        this.database = database;
    }

    public Flux<String> names() {
        return Flux.from(database.listCollectionNames())
                .filter(name -> !name.startsWith("system."))
                .sort();
    }

    public Flux<BsonDocument> documents(String collection) {
        return page(collection, Filters.empty())
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : page(collection, Filters.gt("_id", page.getLast().get("_id"))))
                .concatMapIterable(page -> page);
    }

    private Mono<List<BsonDocument>> page(String collection, Bson filter) {
        return Flux.from(
                        of(collection).find(filter).sort(Sorts.ascending("_id")).limit(PAGE))
                .collectList();
    }

    /** False if the document is no longer what it was: it is looked at again in the next round. */
    public Mono<Boolean> apply(String collection, BsonDocument read, List<Edit> edits) {
        List<Bson> same = new ArrayList<>();
        List<Bson> set = new ArrayList<>();
        same.add(Filters.eq("_id", read.get("_id")));
        BsonValue version = read.get("version");
        if (version != null) {
            same.add(Filters.eq("version", version));
        }
        for (Edit edit : edits) {
            if (!edit.whole()) {
                same.add(Filters.eq(edit.path(), edit.before()));
            }
            set.add(Updates.set(edit.path(), edit.after()));
        }
        // Whoever is at work on it counts its steps by the version, and must see that this one came between.
        if (version != null && read.containsKey("_open")) {
            set.add(Updates.inc("version", new BsonInt64(1).getValue()));
        }
        return Mono.from(of(collection).updateOne(Filters.and(same), Updates.combine(set)))
                .map(result -> result.getMatchedCount() == 1);
    }

    /** Pieces of files are under the id of what they belong to. */
    public Mono<Void> removePieces(String collection, String owner) {
        return Mono.from(of(collection)
                        .deleteMany(Filters.and(Filters.gte("_id", owner + ':'), Filters.lt("_id", owner + ';'))))
                .then();
    }

    private MongoCollection<BsonDocument> of(String collection) {
        return Durable.collection(database, collection);
    }
}
