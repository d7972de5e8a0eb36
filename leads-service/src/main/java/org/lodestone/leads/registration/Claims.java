package org.lodestone.leads.registration;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Durable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which registration holds which key. A key is a document's {@code _id}, so the database itself lets only one have it. */
class Claims {

    private static final String REGISTRATION = "registration";
    private static final String TICKET = "ticket";
    private static final String AT = "at";

    private final MongoCollection<BsonDocument> documents;

    Claims(MongoDatabase database) {
        this.documents = Durable.collection(database, "registration-claims");
    }

    /**
     * @param ticket of the attempt that took it, until its registration is stored; {@code null} from then on
     * @param at when it was taken, by the system's clock
     */
    record Claim(
            String key,
            String registration,
            String zone,
            LocalDate on,
            @Nullable String ticket,
            Instant at) {

        private static Claim of(BsonDocument document) {
            return new Claim(
                    document.getString("_id").getValue(),
                    document.getString(REGISTRATION).getValue(),
                    document.getString("zone").getValue(),
                    LocalDate.parse(document.getString("on").getValue()),
                    document.containsKey(TICKET) ? document.getString(TICKET).getValue() : null,
                    Instant.ofEpochMilli(document.getDateTime(AT).getValue()));
        }

        private BsonDocument document() {
            BsonDocument document = new BsonDocument("_id", new BsonString(key))
                    .append(REGISTRATION, new BsonString(registration))
                    .append("zone", new BsonString(zone))
                    .append("on", new BsonString(on.toString()))
                    .append(AT, new BsonDateTime(at.toEpochMilli()));
            return ticket == null ? document : document.append(TICKET, new BsonString(ticket));
        }

        boolean isTakenBy(Claim wanted) {
            return ticket != null && ticket.equals(wanted.ticket());
        }
    }

    /** What the key is held by now: the one that is wanted, or who was faster. A look comes first, since it costs less than a lost write. */
    Mono<Claim> take(Claim wanted) {
        return find(wanted.key()).switchIfEmpty(Mono.defer(() -> insert(wanted)));
    }

    private Mono<Claim> insert(Claim wanted) {
        return Mono.from(documents.insertOne(wanted.document()))
                .map(_ -> wanted)
                .onErrorResume(Durable::isDuplicateKey, _ -> take(wanted));
    }

    /** False when it is no longer held as it was seen. */
    Mono<Boolean> takeOver(Claim seen, Claim wanted) {
        BsonDocument document = wanted.document();
        return Mono.from(documents.findOneAndReplace(
                        held(seen), document, new com.mongodb.client.model.FindOneAndReplaceOptions()))
                .hasElement();
    }

    Mono<Claim> find(String key) {
        return Mono.from(documents.find(Filters.eq("_id", key)).first()).map(Claim::of);
    }

    /** Nobody holds it afterwards, unless it changed since it was seen. */
    Mono<Void> release(Claim seen) {
        return Mono.from(documents.deleteOne(held(seen))).then();
    }

    /** The registration is stored: the key is its own. False when it was lost meanwhile. */
    Mono<Boolean> confirm(Claim taken) {
        return Mono.from(documents.findOneAndUpdate(
                        held(taken),
                        Updates.unset(TICKET),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .hasElement();
    }

    /** The key goes from one registration to another; nothing happens when it is not the first one's. */
    Mono<Void> pass(String key, String from, Claim to) {
        Bson guard = Filters.and(Filters.eq("_id", key), Filters.eq(REGISTRATION, from));
        return Mono.from(documents.findOneAndReplace(guard, to.document())).then();
    }

    /** Keys taken by attempts that have not come to their end. */
    Flux<Claim> pending() {
        return Flux.from(documents.find(Filters.exists(TICKET))).map(Claim::of);
    }

    private static Bson held(Claim seen) {
        Bson ticket = seen.ticket() == null ? Filters.exists(TICKET, false) : Filters.eq(TICKET, seen.ticket());
        return Filters.and(Filters.eq("_id", seen.key()), Filters.eq(REGISTRATION, seen.registration()), ticket);
    }
}
