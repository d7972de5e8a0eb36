package org.lodestone.benchmarks.plain;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Publishes what leads hold in their outboxes, as much at once as waits: the broker first, then the history's lines, then it is removed. */
@Component
class PlainOutbox implements SmartLifecycle {

    private static final int MOST_AT_ONCE = 128;

    private final MongoCollection<Document> leads;
    private final MongoCollection<Document> history;
    private final KafkaTemplate<String, byte[]> kafka;
    private final BlockingQueue<Document> waiting = new LinkedBlockingQueue<>();
    private volatile boolean running;

    PlainOutbox(MongoDatabase database, KafkaTemplate<String, byte[]> kafka) {
        this.leads = database.getCollection("leads");
        this.history = database.getCollection("history");
        this.kafka = kafka;
    }

    /** @param lead as it was stored */
    void add(Document lead) {
        waiting.add(lead);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("outbox").daemon().start(this::run);
    }

    private void run() {
        try {
            Flux.from(leads.find(Filters.exists("outbox")))
                    .doOnNext(waiting::add)
                    .blockLast();
            while (running) {
                List<Document> batch = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(batch, MOST_AT_ONCE - 1);
                publish(batch);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** What fails is tried again as a whole: events have ids, and lines of the history their places. */
    private void publish(List<Document> batch) throws InterruptedException {
        while (running) {
            try {
                List<? extends CompletableFuture<?>> sent =
                        batch.stream().map(lead -> kafka.send(message(lead))).toList();
                CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
                settle(batch);
                return;
            } catch (RuntimeException e) {
                Thread.sleep(1000);
            }
        }
    }

    private void settle(List<Document> batch) {
        List<Document> lines = batch.stream()
                .map(lead -> outbox(lead).get("history", Document.class))
                .toList();
        Mono.from(history.insertMany(lines, new InsertManyOptions().ordered(false)))
                .onErrorResume(com.mongodb.MongoBulkWriteException.class, _ -> Mono.empty())
                .block();
        List<UpdateOneModel<Document>> done = batch.stream()
                .map(lead -> new UpdateOneModel<Document>(Filters.eq("_id", lead.get("_id")), Updates.unset("outbox")))
                .toList();
        Mono.from(leads.bulkWrite(done)).block();
    }

    private static Document outbox(Document lead) {
        return lead.get("outbox", Document.class);
    }

    private static ProducerRecord<String, byte[]> message(Document lead) {
        String id = lead.getString("_id");
        byte[] payload = outbox(lead).getString("event").getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(PlainService.TOPIC, id, payload);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id + ":1",
                        "ce_source",
                        "/leads/" + id,
                        "ce_type",
                        "lead.captured.v1",
                        "ce_subject",
                        id,
                        "ce_time",
                        lead.getDate("createdAt").toInstant().toString(),
                        "ce_zone",
                        lead.getString("zone"),
                        "ce_sequence",
                        "0000000001",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
