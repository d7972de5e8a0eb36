package org.lodestone.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.platform.aggregate.Parcels.await;
import static org.lodestone.platform.aggregate.Parcels.command;
import static org.lodestone.platform.aggregate.Parcels.done;
import static org.lodestone.platform.aggregate.Parcels.zone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lodestone.localstack.EmbeddedBroker;
import org.lodestone.platform.aggregate.AggregateOutbox;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.aggregate.CommitListener.Commit;
import org.lodestone.platform.aggregate.HistoryEntry;
import org.lodestone.platform.aggregate.Parcel;
import org.lodestone.platform.aggregate.Parcels;
import org.lodestone.platform.aggregate.PendingEvent;
import org.lodestone.platform.test.Brokers;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

class OutboxRelayIT {

    private static final EventsProperties OFTEN =
            new EventsProperties(Duration.ofMillis(500), Duration.ZERO, (short) 1);
    private static final EventsProperties NEVER = new EventsProperties(Duration.ofDays(1), Duration.ZERO, (short) 1);

    private final List<OutboxRelay> relays = new ArrayList<>();
    private final AggregateStores stores = Parcels.stores(this::nudge);
    private Log log;
    private AggregateStore<Parcel> parcels;

    @BeforeEach
    void open() throws Exception {
        log = new Log(Brokers.address());
        parcels = Parcels.of(stores, log.topic);
    }

    @AfterEach
    void stop() {
        relays.forEach(OutboxRelay::stop);
    }

    private void nudge(Commit commit) {
        relays.forEach(relay -> relay.committed(commit));
    }

    private OutboxRelay started(OutboxRelay relay) {
        relays.add(relay);
        relay.start();
        return relay;
    }

    private void write(String id, int versions) {
        done(parcels.create(command(), Parcel.plain(id).captured(), 201));
        for (int i = 2; i <= versions; i++) {
            String name = "N" + i;
            done(parcels.change(id, command(), 200, parcel -> parcel.renamed(name)));
        }
    }

    private boolean isEmptied(String id) {
        return await(parcels.outbox().pending(id)).isEmpty();
    }

    private static List<Long> firstOccurrences(List<Long> sequences) {
        return sequences.stream().distinct().toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void aCommitIsPublishedAtOnceWithItsHeaders() throws InterruptedException {
        started(new OutboxRelay(stores, log.kafka, NEVER));
        write("nudged", 3);
        assertThat(Log.eventually(() -> isEmptied("nudged"))).isTrue();
        assertThat(log.sequences("nudged")).containsExactly(1L, 2L, 3L);
        CloudEvents.Envelope envelope =
                CloudEvents.envelope(log.records("nudged").get(1));
        assertThat(envelope.id()).isEqualTo("nudged:2");
        assertThat(envelope.source()).isEqualTo("/parcels/nudged");
        assertThat(envelope.type()).isEqualTo("lead.changed.v1");
        assertThat(envelope.zone()).isEqualTo("140827");
        assertThat(await(parcels.history(zone("140827"), "nudged", null, 10)))
                .extracting(HistoryEntry::sequence)
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void whatACrashLeftIsFoundAtStart() throws InterruptedException {
        write("left", 5);
        started(new OutboxRelay(stores, log.kafka, NEVER));
        assertThat(Log.eventually(() -> isEmptied("left"))).isTrue();
        assertThat(log.sequences("left")).containsExactlyElementsOf(upTo(5));
    }

    @Test
    void fortyAggregatesSideBySideAreEachInOrder() throws InterruptedException {
        started(new OutboxRelay(stores, log.kafka, OFTEN));
        Flux.range(0, 40)
                .flatMap(
                        i -> parcels.create(command(), Parcel.plain("many" + i).captured(), 201)
                                .thenMany(Flux.range(0, 9)
                                        .concatMap(n -> parcels.change(
                                                "many" + i, command(), 200, parcel -> parcel.renamed("N" + n))))
                                .then(),
                        8)
                .then()
                .block(Log.PATIENCE);
        for (int i = 0; i < 40; i++) {
            String id = "many" + i;
            assertThat(Log.eventually(() -> isEmptied(id))).isTrue();
        }
        Map<String, List<Long>> sequences = log.reader.readAll(log.topic).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        message -> message.key(),
                        java.util.stream.Collectors.mapping(
                                message -> CloudEvents.envelope(message).sequence(),
                                java.util.stream.Collectors.toList())));
        assertThat(sequences).hasSize(40);
        assertThat(sequences.values())
                .allSatisfy(all -> assertThat(firstOccurrences(all)).containsExactlyElementsOf(upTo(10)));
    }

    @Test
    void twoRelaysAtOncePublishTwiceAtWorstAndNeverInAnotherOrder() throws InterruptedException {
        started(new OutboxRelay(stores, log.kafka, OFTEN));
        started(new OutboxRelay(stores, log.kafka, OFTEN));
        write("twice", 30);
        assertThat(Log.eventually(() -> isEmptied("twice"))).isTrue();
        assertThat(firstOccurrences(log.sequences("twice"))).containsExactlyElementsOf(upTo(30));
        assertThat(log.records("twice").stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                message -> CloudEvents.envelope(message).id(),
                                java.util.stream.Collectors.mapping(
                                        message -> new String(message.value(), java.nio.charset.StandardCharsets.UTF_8),
                                        java.util.stream.Collectors.toSet())))
                        .values())
                .allSatisfy(payloads -> assertThat(payloads).hasSize(1));
    }

    @Test
    void aRelayKilledBetweenAcknowledgementAndRemovalOnlyDuplicates() throws InterruptedException {
        write("killed", 3);
        OutboxRelay dying = started(new OutboxRelay(stores, log.kafka, NEVER) {
            @Override
            protected Mono<Void> settle(AggregateOutbox outbox, String id, PendingEvent event) {
                return event.sequence() == 2 ? Mono.never() : super.settle(outbox, id, event);
            }
        });
        assertThat(Log.eventually(() -> log.sequences("killed").contains(2L))).isTrue();
        dying.stop();
        assertThat(await(parcels.outbox().pending("killed")))
                .extracting(PendingEvent::sequence)
                .containsExactly(2L, 3L);
        started(new OutboxRelay(stores, log.kafka, NEVER));
        assertThat(Log.eventually(() -> isEmptied("killed"))).isTrue();
        assertThat(log.sequences("killed")).containsExactly(1L, 2L, 2L, 3L);
    }

    @Test
    void withoutABrokerWritesGoOnAndTheOutboxDrainsInOrderLater() throws Exception {
        try (EmbeddedBroker broker = Brokers.embedded()) {
            Log away = new Log(
                    broker.bootstrapServers(),
                    Map.of("max.block.ms", 1_000, "delivery.timeout.ms", 3_000, "request.timeout.ms", 1_000));
            AggregateStore<Parcel> lonely = Parcels.of(stores, away.topic);
            AtomicInteger refused = new AtomicInteger();
            started(new OutboxRelay(stores, away.kafka, OFTEN) {
                @Override
                protected Mono<Void> acknowledged(ProducerRecord<String, byte[]> message, Scheduler senders) {
                    return super.acknowledged(message, senders).doOnError(_ -> refused.incrementAndGet());
                }
            });
            broker.kill();
            for (int i = 1; i <= 5; i++) {
                String name = "N" + i;
                done(
                        i == 1
                                ? lonely.create(
                                        command(), Parcel.plain("lonely").captured(), 201)
                                : lonely.change("lonely", command(), 200, parcel -> parcel.renamed(name)));
            }
            assertThat(Log.eventually(() -> refused.get() > 0)).isTrue();
            assertThat(await(lonely.outbox().pending("lonely"))).hasSize(5);
            broker.restart();
            assertThat(Log.eventually(
                            () -> await(lonely.outbox().pending("lonely")).isEmpty()))
                    .isTrue();
            assertThat(firstOccurrences(away.sequences("lonely"))).containsExactlyElementsOf(upTo(5));
        }
    }

    /** Sends, and calls it sent. */
    private static final class NotWaiting extends OutboxRelay {

        private final AtomicBoolean givenUp = new AtomicBoolean();

        NotWaiting(AggregateStores stores, KafkaTemplate<String, byte[]> kafka) {
            super(stores, kafka, NEVER);
        }

        @Override
        protected Mono<Void> acknowledged(ProducerRecord<String, byte[]> message, Scheduler senders) {
            Mono<Void> sending = super.acknowledged(message, senders).doOnError(_ -> givenUp.set(true));
            return Mono.fromRunnable(() -> sending.onErrorComplete().subscribe());
        }
    }

    @Test
    void aRelayThatDoesNotWaitForAcknowledgementsLosesEventsAndIsCaught() throws Exception {
        try (EmbeddedBroker broker = Brokers.embedded()) {
            Log away = new Log(
                    broker.bootstrapServers(),
                    Map.of("max.block.ms", 1_000, "delivery.timeout.ms", 1_500, "request.timeout.ms", 1_000));
            AggregateStore<Parcel> lost = Parcels.of(stores, away.topic);
            broker.kill();
            NotWaiting relay = new NotWaiting(stores, away.kafka);
            started(relay);
            done(lost.create(command(), Parcel.plain("lost").captured(), 201));
            assertThat(Log.eventually(() -> await(lost.outbox().pending("lost")).isEmpty()))
                    .isTrue();
            assertThat(Log.eventually(relay.givenUp::get)).isTrue();
            broker.restart();
            assertThat(away.sequences("lost")).as("the check of completeness").isNotEqualTo(upTo(1));
        }
    }

    /** Removes first, and is killed before the line of the history is written. */
    private final class RemovingFirst extends OutboxRelay {

        private final @Nullable String killedAt;

        RemovingFirst(KafkaTemplate<String, byte[]> kafka, String killedAt) {
            super(stores, kafka, NEVER);
            this.killedAt = killedAt;
        }

        @Override
        protected Mono<Void> settle(AggregateOutbox outbox, String id, PendingEvent event) {
            Mono<Void> line =
                    id.equals(killedAt) ? Mono.never() : stores.history().insert(id, event.sequence(), event.entry());
            return outbox.remove(id, event.sequence()).then(line);
        }
    }

    @Test
    void aRelayThatRemovesBeforeTheHistoryIsWrittenLosesALineAndIsCaught() throws InterruptedException {
        write("unwritten", 1);
        OutboxRelay dying = started(new RemovingFirst(log.kafka, "unwritten"));
        assertThat(Log.eventually(() -> isEmptied("unwritten"))).isTrue();
        dying.stop();
        started(new OutboxRelay(stores, log.kafka, NEVER));
        assertThat(await(parcels.history(zone("140827"), "unwritten", null, 10)))
                .as("the check of the history")
                .isEmpty();
    }
}
