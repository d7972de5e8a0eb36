package org.lodestone.platform.events;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.Metrics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.lodestone.platform.events.Projection.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Applies every event of every aggregate once and in order, from blocking {@code @KafkaListener} methods: an asynchronous listener would
 * lose the order of its partition. What fails for a time is thrown, and the listener's container tries again without limit; what can never
 * succeed goes to the dead letters, and its aggregate waits until it is replayed.
 */
public class EventConsumer {

    /** Longer than any database deadline inside, shorter than the broker's patience with a listener. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** Tries before an error that looks lasting is believed to be. */
    private static final Retry DOUBTS = Retry.backoff(2, Duration.ofMillis(100)).filter(error -> !isTransient(error));

    private final Projection projection;
    private final DeadLetters deadLetters;
    private final TopicReader reader;

    public EventConsumer(Projection projection, DeadLetters deadLetters, TopicReader reader) {
        this.projection = projection;
        this.deadLetters = deadLetters;
        this.reader = reader;
    }

    /**
     * Blocks. Runs the effect, then advances the aggregate's sequence: after a crash in between the effect runs again, so it is idempotent (a
     * create with a derived id, or {@link #once}).
     */
    public void apply(ConsumerRecord<String, byte[]> message, Function<CloudEvent<?>, Mono<Void>> effect) {
        project(message, event -> effect.apply(event).thenReturn(new Document()));
    }

    /** Blocks. Sets fields of the projection's own document in the same guarded write that advances the sequence. */
    public void project(ConsumerRecord<String, byte[]> message, Function<CloudEvent<?>, Mono<Document>> fields) {
        Mono.defer(() -> hear(message, fields))
                .timeout(DEADLINE)
                .onErrorResume(error -> !isTransient(error), error -> giveUp(message, error))
                .block(DEADLINE.multipliedBy(2));
    }

    /** Runs the effect unless it is noted as done for this event; true if it ran. After a crash in between it runs again. */
    public Mono<Boolean> once(String eventId, String handler, Supplier<Mono<Void>> effect) {
        String id = eventId + ':' + handler;
        return projection
                .hasEffect(id)
                .flatMap(done ->
                        done ? Mono.just(false) : Mono.defer(effect).then(Mono.defer(() -> projection.noteEffect(id))));
    }

    /** Takes up a parked aggregate again, from the topic. Fails if it still cannot be applied. */
    public Mono<Void> replay(String topic, String aggregate, Function<CloudEvent<?>, Mono<Void>> effect) {
        return Mono.fromCallable(() -> reader.readKey(topic, aggregate))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(messages ->
                        inOrder(messages, event -> effect.apply(event).thenReturn(new Document())))
                .then(deadLetters.release(projection.name(), aggregate));
    }

    /** What an event is to an aggregate that was heard up to {@code stored}. */
    protected Turn turn(long stored, long sequence) {
        if (sequence <= stored) {
            return Turn.DUPLICATE;
        }
        return sequence == stored + 1 ? Turn.NEXT : Turn.GAP;
    }

    /** Whether it is an event's turn. */
    protected enum Turn {
        NEXT,
        DUPLICATE,
        GAP
    }

    private Mono<Void> hear(ConsumerRecord<String, byte[]> message, Function<CloudEvent<?>, Mono<Document>> fields) {
        Envelope envelope = CloudEvents.envelope(message);
        return projection.position(envelope.subject()).flatMap(position -> switch (turn(
                position.sequence(), envelope.sequence())) {
            case NEXT -> advance(message, envelope, position, fields);
            case DUPLICATE -> skip();
            case GAP -> mend(message, envelope, position, fields);
        });
    }

    private Mono<Void> advance(
            ConsumerRecord<String, byte[]> message,
            Envelope envelope,
            Position position,
            Function<CloudEvent<?>, Mono<Document>> fields) {
        Position next = position.after(envelope.sequence(), envelope.id());
        return Mono.defer(() -> react(message, fields))
                .retryWhen(DOUBTS)
                .flatMap(changed -> projection.advance(envelope.subject(), position, next, changed))
                // Somebody else advanced it, as in a rebalance: look again.
                .flatMap(advanced -> advanced ? Mono.<Void>empty() : hear(message, fields));
    }

    /** An event of a type this version does not know changes nothing, but was heard. */
    private Mono<Document> react(
            ConsumerRecord<String, byte[]> message, Function<CloudEvent<?>, Mono<Document>> fields) {
        return CloudEvents.readKnown(message)
                .map(event -> fields.apply(event).defaultIfEmpty(new Document()))
                .orElseGet(() -> Mono.fromSupplier(() -> {
                    Metrics.counter("lodestone.events.unknown", "projection", projection.name())
                            .increment();
                    return new Document();
                }));
    }

    private Mono<Void> skip() {
        return Mono.fromRunnable(() -> Metrics.counter("lodestone.events.duplicate", "projection", projection.name())
                .increment());
    }

    /** The event is not applied; the missing ones are read from the topic, and it after them. */
    private Mono<Void> mend(
            ConsumerRecord<String, byte[]> message,
            Envelope envelope,
            Position position,
            Function<CloudEvent<?>, Mono<Document>> fields) {
        String aggregate = envelope.subject();
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        Mono<Void> reading = deadLetters
                .park(projection.name(), aggregate, DeadLetters.Reason.GAP, position.sequence() + 1)
                .then(Mono.fromCallable(() -> reader.readKey(partition, aggregate))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(messages -> inOrder(messages, fields))
                .then(projection.position(aggregate))
                .flatMap(now -> now.sequence() < envelope.sequence()
                        ? Mono.empty()
                        : deadLetters.release(projection.name(), aggregate));
        return deadLetters
                .isPoisoned(projection.name(), aggregate)
                .flatMap(poisoned -> poisoned ? Mono.empty() : reading);
    }

    /** Applies what is next of the messages, and stops where one is missing. */
    private Mono<Void> inOrder(
            List<ConsumerRecord<String, byte[]>> messages, Function<CloudEvent<?>, Mono<Document>> fields) {
        return Flux.fromIterable(messages)
                .concatMap(message -> {
                    Envelope envelope = CloudEvents.envelope(message);
                    return projection
                            .position(envelope.subject())
                            .filter(position -> turn(position.sequence(), envelope.sequence()) == Turn.NEXT)
                            .flatMap(position -> advance(message, envelope, position, fields));
                })
                .then();
    }

    private Mono<Void> giveUp(ConsumerRecord<String, byte[]> message, Throwable error) {
        String aggregate = message.key() == null ? "" : message.key();
        return deadLetters
                .bury(projection.name(), message, error)
                .then(Mono.defer(() ->
                        deadLetters.park(projection.name(), aggregate, DeadLetters.Reason.POISON, message.offset())));
    }

    private static boolean isTransient(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof TryLater
                        || cause instanceof MongoException
                        || cause instanceof KafkaException
                        || cause instanceof TimeoutException
                        || cause instanceof IOException);
    }
}
