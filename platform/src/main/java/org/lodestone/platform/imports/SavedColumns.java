package org.lodestone.platform.imports;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.imports.ImportProcess.Otherwise;
import reactor.core.publisher.Mono;

/** What a person said the columns of such a file mean, and what stands for its empty cells: the next file with the same headings is understood at once. */
final class SavedColumns {

    private final MongoCollection<BsonDocument> documents;

    SavedColumns(MongoDatabase database) {
        this.documents = Durable.collection(database, "importColumns");
    }

    /** @param fields by the columns' order; absent for one that is passed over */
    record Saved(List<Optional<String>> fields, List<Otherwise> defaults) {}

    Mono<Saved> find(String kind, String subject, List<String> header) {
        return Mono.from(documents
                        .find(Filters.eq("_id", id(kind, subject, header)))
                        .first())
                .map(saved -> new Saved(
                        saved.getArray("fields").stream()
                                .map(SavedColumns::text)
                                .toList(),
                        saved.getArray("defaults", new BsonArray()).stream()
                                .map(one -> otherwise(one.asDocument()))
                                .toList()));
    }

    private static Optional<String> text(BsonValue value) {
        return value.isString() ? Optional.of(value.asString().getValue()) : Optional.empty();
    }

    private static Otherwise otherwise(BsonDocument one) {
        return new Otherwise(
                one.getString("field").getValue(), one.getString("value").getValue());
    }

    Mono<Void> save(String kind, String subject, List<ImportColumn> columns, List<Otherwise> defaults) {
        List<String> header = columns.stream().map(ImportColumn::header).toList();
        BsonArray fields = new BsonArray();
        columns.forEach(column -> fields.add(column.field() == null ? BsonNull.VALUE : new BsonString(column.field())));
        BsonArray chosen = new BsonArray();
        defaults.forEach(one -> chosen.add(
                new BsonDocument("field", new BsonString(one.field())).append("value", new BsonString(one.value()))));
        String id = id(kind, subject, header);
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("fields", fields)
                .append("defaults", chosen);
        return Mono.from(documents.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    private static String id(String kind, String subject, List<String> header) {
        return kind + '|' + subject + '|' + Digests.sha256(String.join("\u0000", header));
    }
}
