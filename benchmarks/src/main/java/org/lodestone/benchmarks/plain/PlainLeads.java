package org.lodestone.benchmarks.plain;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everything in one class, as it is written when there is one endpoint. */
@RestController
class PlainLeads {

    private final MongoCollection<Document> leads;
    private final MongoCollection<Document> keys;
    private final MongoCollection<Document> outbox;
    private final MongoCollection<Document> counters;

    PlainLeads(MongoDatabase database) {
        this.leads = durable(database, "leads");
        this.keys = durable(database, "keys");
        this.outbox = durable(database, "outbox");
        this.counters = durable(database, "counters");
    }

    private static MongoCollection<Document> durable(MongoDatabase database, String name) {
        return database.getCollection(name).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @PostMapping("/leads")
    Mono<ResponseEntity<Map<String, Object>>> create(@RequestBody Map<String, Object> lead) {
        if (!isWhole(lead)) {
            return Mono.just(
                    ResponseEntity.badRequest().body(Map.of("title", "name, source and receivedOn are needed")));
        }
        String id = UUID.randomUUID().toString();
        List<String> own = keysOf(lead);
        return Flux.from(keys.find(in("_id", own)))
                .map(key -> key.getString("lead"))
                .distinct()
                .collectList()
                .zipWith(number())
                .flatMap(found -> store(id, lead, own, found.getT1(), found.getT2()));
    }

    private Mono<ResponseEntity<Map<String, Object>>> store(
            String id, Map<String, Object> lead, List<String> own, List<String> duplicates, long number) {
        Document stored =
                new Document(lead).append("_id", id).append("number", number).append("state", "NEW");
        stored.append("duplicates", duplicates).append("createdAt", Date.from(Instant.now()));
        Document event =
                new Document("_id", id + ":1").append("type", "lead.captured").append("lead", lead.get("name"));
        List<Document> known = own.stream()
                .map(key -> new Document("_id", key).append("lead", id))
                .toList();
        return Mono.from(leads.insertOne(stored))
                .then(Mono.from(outbox.insertOne(event)))
                .then(Mono.from(keys.insertMany(known, new InsertManyOptions().ordered(false)))
                        .then()
                        .onErrorComplete())
                .thenReturn(ResponseEntity.created(URI.create("/leads/" + id))
                        .body(Map.of("id", id, "number", number, "name", String.valueOf(lead.get("name")))));
    }

    private Mono<Long> number() {
        FindOneAndUpdateOptions after =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(counters.findOneAndUpdate(eq("_id", "leads"), Updates.inc("last", 1L), after))
                .map(counter -> counter.getLong("last"));
    }

    private static boolean isWhole(Map<String, Object> lead) {
        return lead.get("name") instanceof String name
                && !name.isBlank()
                && lead.get("source") instanceof Map<?, ?>
                && lead.get("receivedOn") instanceof String;
    }

    private static List<String> keysOf(Map<String, Object> lead) {
        List<String> own = new ArrayList<>();
        if (lead.get("investor") instanceof Map<?, ?> investor) {
            own.add("name:" + String.valueOf(investor.get("name")).replaceAll("(股份|集团)?有限(责任)?公司$", ""));
            own.add("uscc:" + investor.get("uscc"));
        }
        if (lead.get("contacts") instanceof List<?> contacts) {
            contacts.forEach(contact -> own.add("phone:" + ((Map<?, ?>) contact).get("phone")));
        }
        return own;
    }
}
