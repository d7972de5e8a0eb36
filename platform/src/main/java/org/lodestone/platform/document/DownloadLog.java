package org.lodestone.platform.document;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bson.BsonDocument;
import org.lodestone.platform.aggregate.AggregateIds;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.aggregate.RecordCodec;
import org.lodestone.platform.document.StoredDocument.Edition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every download, under keys that begin with the document's and go on with the time. */
final class DownloadLog {

    private static final int MOST = 200;

    private final RecordCodec<Download> codec;
    private final MongoCollection<BsonDocument> lines;

    DownloadLog(MongoDatabase database) {
        this.codec = new RecordCodec<>(Download.class, database.getCodecRegistry());
        this.lines = Durable.collection(database, "documentDownloads");
    }

    Mono<Void> note(StoredDocument document, Edition edition, String by) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Download line = new Download(document.id() + "/" + AggregateIds.random(), now, by, edition.number());
        return Mono.from(lines.insertOne(codec.document(line, 1))).then();
    }

    /** Newest first. */
    Flux<Download> of(StoredDocument document) {
        return Flux.from(lines.find(and(gte("_id", document.id() + "/"), lt("_id", document.id() + "0")))
                        .sort(Sorts.descending("_id"))
                        .limit(MOST))
                .map(codec::aggregate);
    }
}
