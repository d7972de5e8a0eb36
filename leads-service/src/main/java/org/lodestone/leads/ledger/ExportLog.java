package org.lodestone.leads.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.aggregate.RecordCodec;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Page;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every export, written down before its first byte leaves. Nothing removes a line. */
@Component
class ExportLog {

    private final RecordCodec<LeadExport> codec;
    private final MongoCollection<BsonDocument> lines;

    ExportLog(MongoDatabase database) {
        this.codec = new RecordCodec<>(LeadExport.class, database.getCodecRegistry());
        this.lines = Durable.collection(database, "exports");
    }

    Mono<LeadExport> begin(LeadExport export) {
        return Mono.from(lines.insertOne(codec.document(export, 1))).thenReturn(export);
    }

    Mono<Void> end(LeadExport export, LeadExport.State state, long rows, Instant at) {
        Bson ended = Updates.combine(
                Updates.set("state", state.name()), Updates.set("rows", rows), Updates.set("endedAt", at));
        return Mono.from(lines.updateOne(eq("_id", export.id()), ended)).then();
    }

    /** Newest first. */
    Mono<Page<LeadExport>> page(Scope scope, @Nullable String before, int limit) {
        Bson visible = visible(scope);
        Bson older = before == null ? visible : and(visible, lt("_id", before));
        Mono<List<LeadExport>> found = Flux.from(
                        lines.find(older).sort(Sorts.descending("_id")).limit(limit + 1))
                .map(codec::aggregate)
                .collectList();
        return found.zipWith(Mono.from(lines.countDocuments(visible)), (exports, total) -> page(exports, limit, total));
    }

    private static Page<LeadExport> page(List<LeadExport> exports, int limit, long total) {
        boolean more = exports.size() > limit;
        List<LeadExport> shown = more ? exports.subList(0, limit) : exports;
        return new Page<>(shown, more ? shown.getLast().id() : null, new Page.Total(total, true), null);
    }

    /** One's own; with the care for a zone those by its people; with the care for all of them every one. */
    private static Bson visible(Scope scope) {
        boolean oversees = scope.may(Right.ADMINISTER) || scope.may(Right.ARBITRATE);
        if (oversees && scope.everyZone()) {
            return new BsonDocument();
        }
        List<Bson> seen = new ArrayList<>(List.of(eq("by", scope.subject())));
        if (oversees || scope.may(Right.ASSIGN)) {
            seen.add(in("zones", scope.zones()));
        }
        return or(seen);
    }
}
