package org.lodestone.platform.imports;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.aggregate.RecordCodec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rows of all imports, asked for by ranges of their ids. */
final class ImportRows {

    private final MongoCollection<BsonDocument> documents;
    private final RecordCodec<StoredRow> codec;
    private final RecordCodec<StoredRow.Result> results;

    ImportRows(MongoDatabase database) {
        this.documents = Durable.collection(database, "importRows");
        this.codec = new RecordCodec<>(StoredRow.class, database.getCodecRegistry());
        this.results = new RecordCodec<>(StoredRow.Result.class, database.getCodecRegistry());
    }

    /** Replaces what an earlier preview said. */
    Mono<Void> put(List<StoredRow> rows) {
        List<BsonDocument> all =
                rows.stream().map(row -> codec.document(row, 1)).toList();
        return Mono.from(documents.insertMany(all, new InsertManyOptions().ordered(false)))
                .then()
                .onErrorResume(_ -> write(all.stream().map(ImportRows::replace).toList()));
    }

    /** All that an earlier preview said. */
    Mono<Void> forget(String importId) {
        return Mono.from(documents.deleteMany(and(gt("_id", importId + ":"), lt("_id", importId + ";"))))
                .then();
    }

    Flux<StoredRow> after(String importId, int row, int limit) {
        return page(importId, null, row, limit);
    }

    Flux<StoredRow> page(String importId, @Nullable ImportOutcome outcome, int after, int limit) {
        Bson range = and(gt("_id", StoredRow.id(importId, after)), lt("_id", importId + ";"));
        Bson filter = outcome == null ? range : and(range, eq("outcome", outcome.name()));
        return Flux.from(documents.find(filter).sort(Sorts.ascending("_id")).limit(limit))
                .map(codec::aggregate);
    }

    Flux<StoredRow> all(String importId, ImportOutcome outcome) {
        Bson range = and(gt("_id", importId + ":"), lt("_id", importId + ";"), eq("outcome", outcome.name()));
        return Flux.from(documents.find(range).sort(Sorts.ascending("_id"))).map(codec::aggregate);
    }

    /** What undoing left as it was. */
    Flux<StoredRow> kept(String importId, int limit) {
        Bson range = and(gt("_id", importId + ":"), lt("_id", importId + ";"), gt("kept", ""));
        return Flux.from(documents.find(range).sort(Sorts.ascending("_id")).limit(limit))
                .map(codec::aggregate);
    }

    /** Empty if there is no such row, or it is no duplicate. */
    Mono<StoredRow> decide(String importId, int row, String decision) {
        Bson duplicate = and(eq("_id", StoredRow.id(importId, row)), eq("outcome", ImportOutcome.DUPLICATE.name()));
        return Mono.from(documents.findOneAndUpdate(
                        duplicate,
                        Updates.set("decision", decision),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(codec::aggregate);
    }

    Mono<Void> trails(String importId, Map<Integer, String> trails) {
        return write(trails.entrySet().stream()
                .map(trail -> set(importId, trail.getKey(), "trail", new BsonString(trail.getValue())))
                .toList());
    }

    Mono<Void> results(String importId, List<ImportTarget.Applied> applied) {
        return write(applied.stream()
                .map(one -> set(importId, one.row(), "result", result(one)))
                .toList());
    }

    Mono<Void> undone(String importId, List<ImportTarget.Undone> undone) {
        return write(undone.stream()
                .map(one ->
                        set(importId, one.row(), "kept", new BsonString(one.because() == null ? "" : one.because())))
                .toList());
    }

    private BsonDocument result(ImportTarget.Applied one) {
        return results.plain(new StoredRow.Result(one.effect(), one.id(), one.version(), one.reasons()));
    }

    private Mono<Void> write(List<WriteModel<BsonDocument>> writes) {
        return writes.isEmpty()
                ? Mono.empty()
                : Mono.from(documents.bulkWrite(writes)).then();
    }

    private static WriteModel<BsonDocument> replace(BsonDocument row) {
        return new ReplaceOneModel<>(eq("_id", row.get("_id")), row, new ReplaceOptions().upsert(true));
    }

    private static WriteModel<BsonDocument> set(String importId, int row, String field, org.bson.BsonValue value) {
        return new UpdateOneModel<>(eq("_id", StoredRow.id(importId, row)), Updates.set(field, value));
    }
}
