package org.lodestone.platform.events;

import com.mongodb.MongoException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.lodestone.platform.events.Projection.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Events one by one: each is looked at alone, what is missing before it is read back, and what cannot be applied is laid aside. */
final class Hearing {

    /** Tries before an error that looks lasting is believed to be. */
    private static final Retry DOUBTS = Retry.backoff(2, Duration.ofMillis(100)).filter(error -> !isTransient(error));

    private final EventConsumer consumer;
    private final Projection projection;
    private final DeadLetters deadLetters;
    private final TopicReader reader;
    private final Effect effect;

    Hearing(EventConsumer consumer, Projection projection, DeadLetters deadLetters, TopicReader reader, Effect effect) {
        this.consumer = consumer;
        this.projection = projection;
        this.deadLetters = deadLetters;
        this.reader = reader;
        this.effect = effect;
    }

    Mono<Void> hear(ConsumerRecord<String, byte[]> message) {
        Envelope envelope = CloudEvents.envelope(message);
        return projection.position(envelope.subject()).flatMap(position -> switch (consumer.turn(
                position.sequence(), envelope.sequence())) {
            case NEXT -> advance(message, envelope, position);
            case DUPLICATE -> Mono.fromRunnable(consumer::countDuplicate);
            case GAP -> mend(message, envelope, position);
        });
    }

    private Mono<Void> advance(ConsumerRecord<String, byte[]> message, Envelope envelope, Position position) {
        Position next = position.after(envelope.sequence(), envelope.id());
        return Mono.defer(() -> react(message, envelope))
                .retryWhen(DOUBTS)
                .flatMap(changed -> projection.advance(envelope.subject(), position, next, changed))
                // Somebody else advanced it, as in a rebalance: look again.
                .flatMap(advanced -> advanced ? Mono.<Void>empty() : hear(message));
    }

    private Mono<Document> react(ConsumerRecord<String, byte[]> message, Envelope envelope) {
        return Mono.justOrEmpty(consumer.readKnown(message))
                .flatMap(event -> effect.of(List.of(event)))
                .flatMap(fields -> Mono.justOrEmpty(fields.get(envelope.subject())))
                .defaultIfEmpty(new Document());
    }

    /** The event is not applied; the missing ones are read from the topic, and it after them. */
    private Mono<Void> mend(ConsumerRecord<String, byte[]> message, Envelope envelope, Position position) {
        String aggregate = envelope.subject();
        TopicPartition partition = new TopicPartition(message.topic(), message.partition());
        Mono<Void> reading = deadLetters
                .park(projection.name(), aggregate, DeadLetters.Reason.GAP, position.sequence() + 1)
                .then(Mono.fromCallable(() -> reader.readKey(partition, aggregate))
                        .subscribeOn(Schedulers.boundedElastic()))
                .flatMap(this::inOrder)
                .then(projection.position(aggregate))
                .flatMap(now -> now.sequence() < envelope.sequence()
                        ? Mono.empty()
                        : deadLetters.release(projection.name(), aggregate));
        return deadLetters
                .isPoisoned(projection.name(), aggregate)
                .flatMap(poisoned -> poisoned ? Mono.empty() : reading);
    }

    /** Applies what is next of the messages, and stops where one is missing. */
    Mono<Void> inOrder(List<ConsumerRecord<String, byte[]>> messages) {
        return Flux.fromIterable(messages)
                .concatMap(message -> {
                    Envelope envelope = CloudEvents.envelope(message);
                    return projection
                            .position(envelope.subject())
                            .filter(position ->
                                    consumer.turn(position.sequence(), envelope.sequence()) == EventConsumer.Turn.NEXT)
                            .flatMap(position -> advance(message, envelope, position));
                })
                .then();
    }

    Mono<Void> giveUp(ConsumerRecord<String, byte[]> message, Throwable error) {
        String aggregate = message.key() == null ? "" : message.key();
        return deadLetters
                .bury(projection.name(), message, error)
                .then(Mono.defer(() ->
                        deadLetters.park(projection.name(), aggregate, DeadLetters.Reason.POISON, message.offset())));
    }

    static boolean isTransient(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(cause -> cause instanceof TryLater
                        || cause instanceof MongoException
                        || cause instanceof KafkaException
                        || cause instanceof TimeoutException
                        || cause instanceof IOException);
    }
}
