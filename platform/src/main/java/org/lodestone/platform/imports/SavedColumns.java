package org.lodestone.platform.imports;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.lodestone.platform.aggregate.Durable;
import reactor.core.publisher.Mono;

/** What a person said the columns of such a file mean: the next file with the same headings is understood at once. */
final class SavedColumns {

    private final MongoCollection<BsonDocument> documents;

    SavedColumns(MongoDatabase database) {
        this.documents = Durable.collection(database, "importColumns");
    }

    Mono<List<ImportColumn>> find(String kind, String subject, List<String> header) {
        return Mono.from(documents
                        .find(Filters.eq("_id", id(kind, subject, header)))
                        .first())
                .map(saved -> java.util.stream.IntStream.range(0, header.size())
                        .mapToObj(i ->
                                column(header.get(i), saved.getArray("fields").get(i)))
                        .toList());
    }

    private static ImportColumn column(String heading, BsonValue field) {
        return new ImportColumn(heading, field.isString() ? field.asString().getValue() : null);
    }

    Mono<Void> save(String kind, String subject, List<ImportColumn> columns) {
        List<String> header = columns.stream().map(ImportColumn::header).toList();
        BsonArray fields = new BsonArray();
        columns.forEach(column -> fields.add(column.field() == null ? BsonNull.VALUE : new BsonString(column.field())));
        String id = id(kind, subject, header);
        BsonDocument document = new BsonDocument("_id", new BsonString(id)).append("fields", fields);
        return Mono.from(documents.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    private static String id(String kind, String subject, List<String> header) {
        return kind + '|' + subject + '|' + Digests.sha256(String.join("\u0000", header));
    }
}
