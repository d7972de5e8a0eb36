package org.lodestone.benchmarks.plain;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one endpoint. */
@RestController
class PlainLeads {

    private static final FindOneAndUpdateOptions NEXT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> leads;
    private final MongoCollection<Document> counters;
    private final PlainIndex index;
    private final PlainOutbox outbox;
    private final JsonMapper json;
    private final ExecutorService indexing = Executors.newSingleThreadExecutor();

    PlainLeads(MongoDatabase database, PlainIndex index, PlainOutbox outbox, JsonMapper json) {
        this.leads = database.getCollection("leads");
        this.counters = database.getCollection("counters");
        this.index = index;
        this.outbox = outbox;
        this.json = json;
    }

    @PostMapping("/leads")
    Mono<ResponseEntity<Map<String, Object>>> create(@RequestBody byte[] body, @AuthenticationPrincipal Jwt token) {
        JsonNode lead = PlainForm.read(body);
        if (!mayWrite(token, lead.path("zone").asString())) {
            return Mono.just(ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("title", "not your zone")));
        }
        PlainFirm firm = PlainFirm.of(lead);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return Mono.fromCallable(() -> index.like(lead, firm))
                .subscribeOn(Schedulers.boundedElastic())
                .zipWith(number(lead.path("zone").asString(), now))
                .map(found -> new PlainLead(
                        UUID.randomUUID().toString(),
                        found.getT2(),
                        lead,
                        String.valueOf(token.getSubject()),
                        now,
                        found.getT1()))
                .flatMap(made -> store(made, firm));
    }

    private static boolean mayWrite(Jwt token, String zone) {
        List<String> roles = token.getClaimAsStringList("roles");
        List<String> zones = token.getClaimAsStringList("zones");
        return roles != null && roles.contains("officer") && zones != null && zones.contains(zone);
    }

    private Mono<ResponseEntity<Map<String, Object>>> store(PlainLead lead, PlainFirm firm) {
        Document stored = lead.stored(json);
        return Mono.from(leads.insertOne(stored)).map(_ -> {
            outbox.add(stored);
            Map<String, Object> answer = lead.answer();
            indexing.execute(() -> index.put(lead.form(), firm, lead.kept(json)));
            return ResponseEntity.created(URI.create("/leads/" + lead.id()))
                    .eTag("\"1\"")
                    .body(answer);
        });
    }

    private Mono<String> number(String zone, Instant now) {
        int year = now.atZone(PlainForm.CHINA).getYear();
        return Mono.from(counters.findOneAndUpdate(eq("_id", zone + '|' + year), Updates.inc("last", 1L), NEXT))
                .map(counter -> "%s-%d-%04d".formatted(zone, year, counter.getLong("last")));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> invalid(PlainForm.Invalid e) {
        return ResponseEntity.badRequest().body(Map.of("title", "The lead is not valid", "errors", e.errors));
    }
}
