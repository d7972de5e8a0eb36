package org.lodestone.platform.events;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation;
import org.springframework.kafka.support.micrometer.KafkaListenerObservation.DefaultKafkaListenerObservationConvention;
import org.springframework.kafka.support.micrometer.KafkaRecordReceiverContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Applies every event of every aggregate once and in order, from blocking {@code @KafkaListener} methods: an asynchronous listener would
 * lose the order of its partition. What fails for a time is thrown, and the listener's container tries again without limit; what can never
 * succeed goes to the dead letters, and its aggregate waits until it is replayed.
 */
public class EventConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);
    /** Longer than any database deadline inside, shorter than the broker's patience with a listener. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Projection projection;
    private final DeadLetters deadLetters;
    private final TopicReader reader;
    private final ObservationRegistry observations;

    public EventConsumer(
            Projection projection, DeadLetters deadLetters, TopicReader reader, ObservationRegistry observations) {
        this.projection = projection;
        this.deadLetters = deadLetters;
        this.reader = reader;
        this.observations = observations;
    }

    /**
     * Blocks. Runs the effect of each event, then advances the aggregates' sequences: after a crash in between the effects run again, so they
     * are idempotent (a create with a derived id, or {@link #once}).
     */
    public void apply(List<ConsumerRecord<String, byte[]>> poll, Function<HeardEvent, Mono<Void>> effect) {
        project(poll, each(effect));
    }

    /** Blocks. Sets fields of the projection's own documents in the same guarded writes that advance the sequences. */
    public void project(List<ConsumerRecord<String, byte[]>> poll, Effect effect) {
        if (poll.size() == 1 || !together(poll, effect)) {
            poll.forEach(message -> alone(message, effect));
        }
    }

    private boolean together(List<ConsumerRecord<String, byte[]>> poll, Effect effect) {
        return Mono.defer(() -> new Poll(this, projection, effect).apply(poll))
                .timeout(DEADLINE)
                .onErrorResume(error -> Mono.fromSupplier(() -> {
                    // Which of them it was, and whether it lasts, is seen when each is tried alone.
                    LOG.debug("{} events of {} are applied one by one", poll.size(), projection.name(), error);
                    return false;
                }))
                .blockOptional(DEADLINE.multipliedBy(2))
                .orElse(false);
    }

    private void alone(ConsumerRecord<String, byte[]> message, Effect effect) {
        Hearing hearing = new Hearing(this, projection, deadLetters, reader, effect);
        Mono.defer(() -> hearing.hear(message))
                .timeout(DEADLINE)
                .onErrorResume(error -> !Hearing.isTransient(error), error -> hearing.giveUp(message, error))
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
    public Mono<Void> replay(String topic, String aggregate, Function<HeardEvent, Mono<Void>> effect) {
        Hearing hearing = new Hearing(this, projection, deadLetters, reader, each(effect));
        return Mono.fromCallable(() -> reader.readKey(topic, aggregate))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(hearing::inOrder)
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

    private Effect each(Function<HeardEvent, Mono<Void>> effect) {
        return events -> Flux.fromIterable(events)
                .concatMap(event -> observe(event, effect))
                .then(Mono.just(Map.of()));
    }

    /** A container that hands over many records observes none of them; the trace of each event goes on in its own effect. */
    private Mono<Void> observe(HeardEvent event, Function<HeardEvent, Mono<Void>> effect) {
        return Mono.defer(() -> {
            Observation observation = KafkaListenerObservation.LISTENER_OBSERVATION
                    .observation(
                            null,
                            DefaultKafkaListenerObservationConvention.INSTANCE,
                            () -> new KafkaRecordReceiverContext(event.message(), projection.name(), () -> null),
                            observations)
                    .start();
            return Mono.defer(() -> effect.apply(event))
                    .contextWrite(context -> context.put(ObservationThreadLocalAccessor.KEY, observation))
                    .doOnError(observation::error)
                    .doFinally(_ -> observation.stop());
        });
    }

    /** An event of a type this version does not know changes nothing, but was heard. */
    Optional<HeardEvent> readKnown(ConsumerRecord<String, byte[]> message) {
        Optional<HeardEvent> known = CloudEvents.readKnown(message).map(event -> new HeardEvent(event, message));
        if (known.isEmpty()) {
            count("unknown");
        }
        return known;
    }

    void countDuplicate() {
        count("duplicate");
    }

    private void count(String what) {
        Metrics.counter("lodestone.events." + what, "projection", projection.name())
                .increment();
    }
}
