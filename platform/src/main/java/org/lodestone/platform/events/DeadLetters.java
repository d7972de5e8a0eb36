package org.lodestone.platform.events;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.Metrics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.BsonDocument;
import org.bson.Document;
import org.lodestone.platform.aggregate.Durable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;

/** Where events go that cannot be applied, and which aggregates therefore wait. */
public final class DeadLetters {

    /** Why an aggregate is parked. */
    enum Reason {
        /** Earlier events are missing. */
        GAP,
        /** One of its events cannot be applied, however often. */
        POISON
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final MongoCollection<BsonDocument> parked;

    public DeadLetters(KafkaTemplate<String, byte[]> kafka, MongoDatabase database) {
        this.kafka = kafka;
        this.parked = Durable.collection(database, "parked");
    }

    static String topicOf(String topic) {
        return topic + ".dlt";
    }

    /** Keeps a copy of the record with the reason, and returns when the broker has it. The reason is a class name, never a value. */
    Mono<Void> bury(String projection, ConsumerRecord<String, byte[]> message, Throwable reason) {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topicOf(message.topic()), null, message.key(), message.value(), message.headers());
        String origin = message.topic() + '-' + message.partition() + '@' + message.offset();
        header(letter, "dlt-origin", origin);
        header(letter, "dlt-projection", projection);
        header(letter, "dlt-reason", reason.getClass().getName());
        LOG.error("{} cannot be applied to {} and goes to {}", origin, projection, letter.topic(), reason);
        return Mono.fromFuture(() -> kafka.send(letter)).then();
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, String value) {
        letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Durably, and with an alarm. */
    Mono<Void> park(String projection, String aggregate, Reason reason, long sequence) {
        Metrics.counter("lodestone.events.parked", "projection", projection, "reason", reason.name())
                .increment();
        Document state = new Document("reason", reason.name())
                .append("sequence", sequence)
                .append("at", Date.from(Instant.now()));
        return Mono.from(parked.updateOne(
                        id(projection, aggregate), new Document("$set", state), new UpdateOptions().upsert(true)))
                .then();
    }

    Mono<Boolean> isPoisoned(String projection, String aggregate) {
        return Mono.from(parked.find(id(projection, aggregate)).first())
                .map(state -> state.getString("reason").getValue().equals(Reason.POISON.name()))
                .defaultIfEmpty(false);
    }

    Mono<Void> release(String projection, String aggregate) {
        return Mono.from(parked.deleteOne(id(projection, aggregate))).then();
    }

    private static Document id(String projection, String aggregate) {
        return new Document("_id", projection + ':' + aggregate);
    }
}
