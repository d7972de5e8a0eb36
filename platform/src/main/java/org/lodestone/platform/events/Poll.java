package org.lodestone.platform.events;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.lodestone.platform.events.Projection.Position;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Everything the broker gave at once, applied by a few requests instead of a few for each event. It goes through it in rounds, each with one
 * event of every aggregate, so an aggregate's events stay in their order. Only for what is as expected: where anything is not, it stops, and
 * whoever asked looks at the events one by one.
 */
final class Poll {

    private final EventConsumer consumer;
    private final Projection projection;
    private final Effect effect;
    /** How far each aggregate was heard, with the rounds so far. */
    private final Map<String, Position> heard = new HashMap<>();

    Poll(EventConsumer consumer, Projection projection, Effect effect) {
        this.consumer = consumer;
        this.projection = projection;
        this.effect = effect;
    }

    private record Message(Envelope envelope, ConsumerRecord<String, byte[]> record) {}

    /** False if something was left. */
    Mono<Boolean> apply(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Message>> byAggregate = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> each : records) {
            Envelope envelope = CloudEvents.envelope(each);
            byAggregate
                    .computeIfAbsent(envelope.subject(), _ -> new ArrayList<>())
                    .add(new Message(envelope, each));
        }
        return projection
                .positions(byAggregate.keySet())
                .doOnNext(heard::putAll)
                .thenMany(Flux.fromIterable(rounds(byAggregate)))
                .concatMap(this::round)
                .all(Boolean::booleanValue);
    }

    private static List<List<Message>> rounds(Map<String, List<Message>> byAggregate) {
        List<List<Message>> rounds = new ArrayList<>();
        for (List<Message> own : byAggregate.values()) {
            for (int i = 0; i < own.size(); i++) {
                if (i == rounds.size()) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(i).add(own.get(i));
            }
        }
        return rounds;
    }

    private Mono<Boolean> round(List<Message> round) {
        Map<String, Position> next = new LinkedHashMap<>();
        List<HeardEvent> events = new ArrayList<>();
        for (Message message : round) {
            Envelope envelope = message.envelope();
            Position position = heard.getOrDefault(envelope.subject(), Position.START);
            switch (consumer.turn(position.sequence(), envelope.sequence())) {
                case NEXT -> {
                    next.put(envelope.subject(), position.after(envelope.sequence(), envelope.id()));
                    consumer.readKnown(message.record()).ifPresent(events::add);
                }
                case DUPLICATE -> consumer.countDuplicate();
                case GAP -> {
                    return Mono.just(false);
                }
            }
        }
        return advance(next, events);
    }

    private Mono<Boolean> advance(Map<String, Position> next, List<HeardEvent> events) {
        if (next.isEmpty()) {
            return Mono.just(true);
        }
        Mono<Map<String, Document>> fields = events.isEmpty() ? Mono.empty() : effect.of(events);
        return fields.defaultIfEmpty(Map.of())
                .flatMap(changed -> projection.advance(heard, next, changed))
                .doOnNext(_ -> heard.putAll(next));
    }
}
