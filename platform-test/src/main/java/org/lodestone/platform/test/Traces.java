package org.lodestone.platform.test;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;

/** Where in a service's database something still stands, whatever collection it is in: for what must be nowhere any more. */
public final class Traces {

    private Traces() {}

    /** {@code collection/id} of every document that has the text in it, also within others and in bytes. */
    public static List<String> of(String text, MongoDatabase database) {
        return Flux.from(database.listCollectionNames())
                .concatMap(collection -> Flux.from(database.getCollection(collection, BsonDocument.class)
                                .find())
                        .filter(document -> isIn(document, text))
                        .map(document -> collection + "/" + document.get("_id")))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static boolean isIn(BsonValue value, String text) {
        return switch (value.getBsonType()) {
            case STRING -> value.asString().getValue().contains(text);
            case BINARY -> new String(value.asBinary().getData(), StandardCharsets.UTF_8).contains(text);
            case DOCUMENT -> value.asDocument().values().stream().anyMatch(inner -> isIn(inner, text));
            case ARRAY -> value.asArray().stream().anyMatch(inner -> isIn(inner, text));
            default -> false;
        };
    }
}
