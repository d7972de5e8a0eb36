package org.lodestone.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.platform.aggregate.Parcels.await;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.platform.aggregate.Parcels;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.lodestone.platform.events.Projection.Position;
import org.lodestone.platform.test.Brokers;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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
        return new EventConsumers(database, deadLetters, log.reader, ObservationRegistry.NOOP).of(projection);
    }

    private Mono<Void> hear(HeardEvent each) {
        return Mono.fromRunnable(() -> heard.add(each.event().sequence()));
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
        return CloudEvents.payload(new LeadCaptured(facts, null, null));
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
            messages.forEach(message -> consumer.apply(List.of(message), this::hear));
        }
        messages.forEach(message -> {
            consumer.apply(List.of(message), this::hear);
            consumer.apply(List.of(message), this::hear);
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
        log.records("r").forEach(message -> first.project(List.of(message), this::fields));
        log.records("r").forEach(message -> second.project(List.of(message), this::fields));
        assertThat(document("first", "r")).isEqualTo(document("second", "r"));
        assertThat(document("first", "r").getString("last").getValue()).isEqualTo("r:4");
    }

    private Mono<Map<String, Document>> fields(List<HeardEvent> events) {
        return Mono.just(events.stream()
                .collect(Collectors.toMap(
                        each -> each.event().subject(),
                        each -> new Document("last", each.event().id()))));
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
        consumer("g").apply(List.of(log.records("g").get(0)), this::hear);
        consumer("g").apply(List.of(log.records("g").get(3)), this::hear);
        assertThat(heard).containsExactly(1L, 2L, 3L, 4L);
        assertThat(position("g", "g")).isEqualTo(expected("g", 4));
        assertThat(isParked("g", "g")).isFalse();
    }

    @Test
    void anEventWhosePredecessorIsNowhereWaitsUntilItComes() {
        publish("h", 1);
        publish("h", 3);
        log.records("h").forEach(message -> consumer("h").apply(List.of(message), this::hear));
        assertThat(heard).containsExactly(1L);
        assertThat(isParked("h", "h")).isTrue();
        publish("h", 2);
        publish("h", 4);
        consumer("h").apply(List.of(log.records("h").get(2)), this::hear);
        consumer("h").apply(List.of(log.records("h").get(3)), this::hear);
        assertThat(heard).containsExactly(1L, 2L, 3L, 4L);
        assertThat(position("h", "h")).isEqualTo(expected("h", 4));
        assertThat(isParked("h", "h")).isFalse();
    }

    @Test
    void anEventOfAnUnknownTypeAdvancesItsAggregate() {
        publish("u", 1);
        publish("u", 2, "lead.abducted.v9", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publish("u", 3);
        log.records("u").forEach(message -> consumer("u").apply(List.of(message), this::hear));
        assertThat(heard).containsExactly(1L, 3L);
        assertThat(position("u", "u")).isEqualTo(expected("u", 3));
    }

    @Test
    void poisonParksItsAggregateAndNoOther() {
        publish("p", 1);
        publish("p", 2, "lead.captured.v1", "no json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publish("p", 3);
        publish("q", 1);
        log.records("p").forEach(message -> consumer("p").apply(List.of(message), this::hear));
        log.records("q").forEach(message -> consumer("p").apply(List.of(message), this::hear));
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
                .forEach(message -> consumer("e").apply(List.of(message), _ -> {
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
        assertThatThrownBy(() -> consumer("t").apply(List.of(message), _ -> Mono.error(new TryLater("busy", null))))
                .isInstanceOf(TryLater.class);
        assertThat(isParked("t", "t")).isFalse();
        consumer("t").apply(List.of(message), this::hear);
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

    @Test
    void aPollIsAppliedByRoundsEachAggregateInItsOrder() {
        for (long sequence = 1; sequence <= 3; sequence++) {
            publish("x", sequence);
            publish("y", sequence);
        }
        publish("z", 1);
        List<List<String>> rounds = Collections.synchronizedList(new ArrayList<>());
        List<ConsumerRecord<String, byte[]>> poll = poll("x", "y", "z");
        consumer("poll").apply(List.of(poll.getFirst()), this::hear);
        consumer("poll").project(poll, events -> {
            rounds.add(events.stream().map(each -> each.event().id()).toList());
            return fields(events);
        });
        assertThat(rounds).containsExactly(List.of("y:1", "z:1"), List.of("x:2", "y:2"), List.of("x:3", "y:3"));
        assertThat(position("poll", "x")).isEqualTo(expected("x", 3));
        assertThat(position("poll", "y")).isEqualTo(expected("y", 3));
        assertThat(position("poll", "z")).isEqualTo(expected("z", 1));
        assertThat(document("poll", "y").getString("last").getValue()).isEqualTo("y:3");
    }

    private List<ConsumerRecord<String, byte[]>> poll(String... aggregates) {
        return Arrays.stream(aggregates)
                .flatMap(aggregate -> log.records(aggregate).stream())
                .toList();
    }

    @Test
    void inAPollAGapPoisonAndAnUnknownTypeAreWhatTheyAreAlone() {
        publish("ga", 1);
        publish("ga", 2);
        publish("ga", 3);
        publish("po", 1);
        publish("po", 2, "lead.captured.v1", "no json".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publish("un", 1, "lead.abducted.v9", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publish("un", 2);
        List<ConsumerRecord<String, byte[]>> poll = new ArrayList<>(poll("po", "un", "ga"));
        poll.removeIf(message ->
                message.key().equals("ga") && CloudEvents.envelope(message).sequence() == 2);

        consumer("odd").project(poll, this::fields);

        assertThat(position("odd", "ga")).isEqualTo(expected("ga", 3));
        assertThat(position("odd", "un")).isEqualTo(expected("un", 2));
        assertThat(position("odd", "po")).isEqualTo(expected("po", 1));
        assertThat(isParked("odd", "po")).isTrue();
        assertThat(isParked("odd", "ga")).isFalse();
    }

    @Test
    void whatWorksOnlyAloneHoldsNoPollUp() {
        publish("s1", 1);
        publish("s2", 1);
        consumer("single")
                .project(
                        poll("s1", "s2"),
                        events -> events.size() > 1
                                ? Mono.error(new TryLater("too much at once", null))
                                : fields(events));
        assertThat(position("single", "s1")).isEqualTo(expected("s1", 1));
        assertThat(position("single", "s2")).isEqualTo(expected("s2", 1));
    }

    /** As in a rebalance: two instances have the same poll. */
    @Test
    void whoIsOvertakenLooksAgainAndAdvancesNothingTwice() {
        publish("ra", 1);
        publish("rb", 1);
        publish("rb", 2);
        List<ConsumerRecord<String, byte[]>> poll = poll("ra", "rb");
        AtomicInteger rounds = new AtomicInteger();
        consumer("race").project(poll, events -> {
            if (rounds.getAndIncrement() == 0) {
                return Mono.<Void>fromRunnable(() -> consumer("race").project(poll, this::fields))
                        .subscribeOn(Schedulers.boundedElastic())
                        .then(fields(events));
            }
            return fields(events);
        });
        assertThat(position("race", "ra")).isEqualTo(expected("ra", 1));
        assertThat(position("race", "rb")).isEqualTo(expected("rb", 2));
        assertThat(rounds).as("the first round, and none again").hasValue(1);
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
                    log.reader,
                    ObservationRegistry.NOOP);
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
        disturbed.forEach(message -> careless.apply(List.of(message), this::hear));
        assertThat(position("careless", "s").chain())
                .as("the check by chain")
                .isNotEqualTo(expected("s", 6).chain());
        EventConsumer careful = consumer("careful");
        disturbed.forEach(message -> careful.apply(List.of(message), this::hear));
        assertThat(position("careful", "s")).isEqualTo(expected("s", 6));
    }
}
