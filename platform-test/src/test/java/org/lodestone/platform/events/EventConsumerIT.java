package org.lodestone.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.platform.aggregate.Parcels.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.platform.aggregate.Parcels;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.lodestone.platform.events.Projection.Position;
import org.lodestone.platform.test.Brokers;
import reactor.core.publisher.Mono;

class EventConsumerIT {

    private final MongoDatabase database = Parcels.database();
    private final List<Long> heard = Collections.synchronizedList(new ArrayList<>());
    private Log log;
    private DeadLetters deadLetters;

    @BeforeEach
    void open() throws Exception {
        log = new Log(Brokers.address());
        deadLetters = new DeadLetters(log.kafka, database);
    }

    private EventConsumer consumer(String projection) {
        return new EventConsumers(database, deadLetters, log.reader).of(projection);
    }

    private Mono<Void> hear(CloudEvent<?> event) {
        return Mono.fromRunnable(() -> heard.add(event.sequence()));
    }

    private void publish(String aggregate, long sequence) {
        publish(aggregate, sequence, "lead.captured.v1", payload());
    }

    private void publish(String aggregate, long sequence, String type, byte[] payload) {
        Envelope envelope = new Envelope(
                aggregate + ':' + sequence,
                "/leads/" + aggregate,
                type,
                aggregate,
                Instant.parse("2026-11-23T04:00:00Z"),
                "140827",
                sequence,
                null,
                false);
        try {
            log.kafka.send(CloudEvents.record(log.topic, envelope, payload)).get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not published", e);
        }
    }

    private static byte[] payload() {
        LeadFacts facts = new LeadFacts(
                "L-1", "n", "140827", null, "NEW", null, null, null, null, null, null, null, null, null, "liu");
        return CloudEvents.payload(new LeadCaptured(facts, null));
    }

    private Position position(String projection, String aggregate) {
        return await(new Projection(database, projection).position(aggregate));
    }

    private static Position expected(String aggregate, long last) {
        Position position = Position.START;
        for (long sequence = 1; sequence <= last; sequence++) {
            position = position.after(sequence, aggregate + ':' + sequence);
        }
        return position;
    }

    private boolean isParked(String projection, String aggregate) {
        Bson id = new Document("_id", projection + ':' + aggregate);
        return Mono.from(database.getCollection("parked").find(id).first())
                .blockOptional(Log.PATIENCE)
                .isPresent();
    }

    @Test
    void eachEventThreeTimesLeavesTheChainAsItIs() {
        EventConsumer consumer = consumer("a");
        for (long sequence = 1; sequence <= 5; sequence++) {
            publish("a", sequence);
        }
        List<ConsumerRecord<String, byte[]>> messages = log.records("a");
        for (int round = 0; round < 3; round++) {
            messages.forEach(message -> consumer.apply(message, this::hear));
        }
        messages.forEach(message -> {
            consumer.apply(message, this::hear);
            consumer.apply(message, this::hear);
        });
        assertThat(heard).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(position("a", "a")).isEqualTo(expected("a", 5));
    }

    @Test
    void aProjectionRebuiltFromTheTopicIsTheSame() {
        for (long sequence = 1; sequence <= 4; sequence++) {
            publish("r", sequence);
        }
        EventConsumer first = consumer("first");
        EventConsumer second = consumer("second");
        log.records("r").forEach(message -> first.project(message, this::fields));
        log.records("r").forEach(message -> second.project(message, this::fields));
        assertThat(document("first", "r")).isEqualTo(document("second", "r"));
        assertThat(document("first", "r").getString("last").getValue()).isEqualTo("r:4");
    }

    private Mono<Document> fields(CloudEvent<?> event) {
        return Mono.just(new Document("last", event.id()));
    }

    private BsonDocument document(String projection, String id) {
        return await(Mono.from(database.getCollection(projection, BsonDocument.class)
                .find(new Document("_id", id))
                .first()));
    }

    @Test
    void anEventThatComesTooEarlyWaitsForTheMissingOnesReadBackFromTheTopic() {
        for (long sequence = 1; sequence <= 4; sequence++) {
            publish("g", sequence);
        }
        consumer("g").apply(log.records("g").get(0), this::hear);
        consumer("g").apply(log.records("g").get(3), this::hear);
        assertThat(heard).containsExactly(1L, 2L, 3L, 4L);
        assertThat(position("g", "g")).isEqualTo(expected("g", 4));
        assertThat(isParked("g", "g")).isFalse();
    }

    @Test
    void anEventWhosePredecessorIsNowhereWaitsUntilItComes() {
        publish("h", 1);
        publish("h", 3);
        log.records("h").forEach(message -> consumer("h").apply(message, this::hear));
        assertThat(heard).containsExactly(1L);
        assertThat(isParked("h", "h")).isTrue();
        publish("h", 2);
        publish("h", 4);
        consumer("h").apply(log.records("h").get(2), this::hear);
        consumer("h").apply(log.records("h").get(3), this::hear);
        assertThat(heard).containsExactly(1L, 2L, 3L, 4L);
        assertThat(position("h", "h")).isEqualTo(expected("h", 4));
        assertThat(isParked("h", "h")).isFalse();
    }

    @Test
    void anEventOfAnUnknownTypeAdvancesItsAggregate() {
        publish("u", 1);
        publish("u", 2, "lead.abducted.v9", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publish("u", 3);
        log.records("u").forEach(message -> consumer("u").apply(message, this::hear));
        assertThat(heard).containsExactly(1L, 3L);
        assertThat(position("u", "u")).isEqualTo(expected("u", 3));
    }

    @Test
    void poisonParksItsAggregateAndNoOther() {
        publish("p", 1);
        publish("p", 2, "lead.captured.v1", "no json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publish("p", 3);
        publish("q", 1);
        log.records("p").forEach(message -> consumer("p").apply(message, this::hear));
        log.records("q").forEach(message -> consumer("p").apply(message, this::hear));
        assertThat(position("p", "p").sequence()).isEqualTo(1);
        assertThat(position("p", "q").sequence()).isEqualTo(1);
        assertThat(isParked("p", "p")).isTrue();
        assertThat(log.reader.readAll(DeadLetters.topicOf(log.topic)))
                .extracting(ConsumerRecord::key)
                .containsExactly("p");
    }

    @Test
    void whatFailsForGoodIsDeadAndAReplayTakesItUpAgain() {
        publish("e", 1);
        publish("e", 2);
        AtomicInteger tries = new AtomicInteger();
        log.records("e")
                .forEach(message -> consumer("e").apply(message, _ -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("never works");
                }));
        assertThat(tries).hasValue(3);
        assertThat(isParked("e", "e")).isTrue();
        consumer("e").replay(log.topic, "e", this::hear).block(Log.PATIENCE);
        assertThat(heard).containsExactly(1L, 2L);
        assertThat(isParked("e", "e")).isFalse();
        assertThat(position("e", "e")).isEqualTo(expected("e", 2));
    }

    @Test
    void whatFailsForATimeIsThrownSoThatItsTurnIsKept() {
        publish("t", 1);
        ConsumerRecord<String, byte[]> message = log.records("t").getFirst();
        assertThatThrownBy(() -> consumer("t").apply(message, _ -> Mono.error(new TryLater("busy", null))))
                .isInstanceOf(TryLater.class);
        assertThat(isParked("t", "t")).isFalse();
        consumer("t").apply(message, this::hear);
        assertThat(heard).containsExactly(1L);
    }

    @Test
    void anEffectRunsOnceForAnEvent() {
        AtomicInteger effects = new AtomicInteger();
        EventConsumer consumer = consumer("o");
        for (int i = 0; i < 3; i++) {
            consumer.once("e:1", "mail", () -> Mono.fromRunnable(effects::incrementAndGet))
                    .block(Log.PATIENCE);
        }
        consumer.once("e:1", "other", () -> Mono.fromRunnable(effects::incrementAndGet))
                .block(Log.PATIENCE);
        assertThat(effects).hasValue(2);
    }

    /** Applies whatever comes. */
    private final class WithoutSequenceGuard extends EventConsumer {

        WithoutSequenceGuard(String projection) {
            super(
                    new Projection(database, projection) {
                        @Override
                        protected Bson guard(String aggregate, Position from) {
                            return new Document("_id", aggregate);
                        }
                    },
                    deadLetters,
                    log.reader);
        }

        @Override
        protected Turn turn(long stored, long sequence) {
            return Turn.NEXT;
        }
    }

    @Test
    void withoutASequenceGuardTheChainDiffersAndIsCaught() {
        for (long sequence = 1; sequence <= 6; sequence++) {
            publish("s", sequence);
        }
        List<ConsumerRecord<String, byte[]>> disturbed = new ArrayList<>(log.records("s"));
        disturbed.addAll(log.records("s"));
        Collections.shuffle(disturbed.subList(1, disturbed.size()), new Random(7));
        EventConsumer careless = new WithoutSequenceGuard("careless");
        disturbed.forEach(message -> careless.apply(message, this::hear));
        assertThat(position("careless", "s").chain())
                .as("the check by chain")
                .isNotEqualTo(expected("s", 6).chain());
        EventConsumer careful = consumer("careful");
        disturbed.forEach(message -> careful.apply(message, this::hear));
        assertThat(position("careful", "s")).isEqualTo(expected("s", 6));
    }
}
