package org.lodestone.platform.imports;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.imports.ImportProcess.Otherwise;
import reactor.core.publisher.Mono;

/** What a person said the columns of such a file mean, what stands for its empty cells and what is left out: the next file with the same headings is understood at once. */
final class SavedColumns {

    private final MongoCollection<BsonDocument> documents;

    SavedColumns(MongoDatabase database) {
        this.documents = Durable.collection(database, "importColumns");
    }

    /**
     * @param fields by the columns' order; absent for one that is passed over
     * @param left sheets that are not read
     * @param hidden whether hidden rows are
     */
    record Saved(List<Optional<String>> fields, List<Otherwise> defaults, List<String> left, boolean hidden) {

        /** What of a new file is read; of one that has none but sheets to be left out, all. */
        ImportSource of(ImportSource source) {
            List<ImportSheet> sheets = source.tables();
            List<String> rest = sheets == null
                    ? List.of()
                    : sheets.stream()
                            .map(ImportSheet::name)
                            .filter(name -> !left.contains(name))
                            .toList();
            return source.reading(rest.isEmpty() ? null : rest, hidden);
        }
    }

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
                                .toList(),
                        saved.getArray("left", new BsonArray()).stream()
                                .map(name -> name.asString().getValue())
                                .toList(),
                        saved.getBoolean("hidden", BsonBoolean.TRUE).getValue()));
    }

    private static Optional<String> text(BsonValue value) {
        return value.isString() ? Optional.of(value.asString().getValue()) : Optional.empty();
    }

    private static Otherwise otherwise(BsonDocument one) {
        return new Otherwise(
                one.getString("field").getValue(), one.getString("value").getValue());
    }

    /** As this import has them now. */
    Mono<Void> save(String kind, ImportProcess of) {
        List<String> header = of.columns().stream().map(ImportColumn::header).toList();
        BsonArray fields = new BsonArray();
        of.columns()
                .forEach(
                        column -> fields.add(column.field() == null ? BsonNull.VALUE : new BsonString(column.field())));
        BsonArray chosen = new BsonArray();
        of.otherwise()
                .forEach(one -> chosen.add(new BsonDocument("field", new BsonString(one.field()))
                        .append("value", new BsonString(one.value()))));
        String id = id(kind, of.owner().subject(), header);
        BsonDocument document = new BsonDocument("_id", new BsonString(id))
                .append("fields", fields)
                .append("defaults", chosen)
                .append("left", left(of.source()))
                .append("hidden", BsonBoolean.valueOf(of.source().readsHidden()));
        return Mono.from(documents.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true)))
                .then();
    }

    private static BsonArray left(ImportSource source) {
        BsonArray left = new BsonArray();
        List<ImportSheet> sheets = source.tables();
        if (sheets != null) {
            sheets.stream().filter(sheet -> !sheet.read()).forEach(sheet -> left.add(new BsonString(sheet.name())));
        }
        return left;
    }

    private static String id(String kind, String subject, List<String> header) {
        return kind + '|' + subject + '|' + Digests.sha256(String.join("\u0000", header));
    }
}
