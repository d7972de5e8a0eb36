package org.lodestone.platform.events;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodestone.platform.aggregate.AggregateOutbox;
import org.lodestone.platform.aggregate.History;
import org.lodestone.platform.aggregate.PendingEvent;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * What follows an acknowledgement: the line of the history, and after it the removal from the outbox. Whatever is acknowledged while one
 * round is under way makes up the next, so a thousand writes cost a few requests and a single one does not wait.
 */
final class Settling {

    private static final int MOST_AT_ONCE = 128;
    /** A round begins at the latest this long after its first event. */
    private static final Duration WINDOW = Duration.ofMillis(2);

    private final History history;
    private Sinks.Many<Settled> queue = queue();

    Settling(History history) {
        this.history = history;
    }

    private record Settled(AggregateOutbox outbox, String id, PendingEvent event, Sinks.One<Void> done) {}

    Disposable start() {
        queue = queue();
        return queue.asFlux()
                .bufferTimeout(MOST_AT_ONCE, WINDOW, true)
                .concatMap(this::round, 1)
                .subscribe();
    }

    /** Any number of threads put into it, and none of them waits for another. */
    private static Sinks.Many<Settled> queue() {
        return Sinks.unsafe()
                .many()
                .unicast()
                .onBackpressureBuffer(Queues.<Settled>unboundedMultiproducer().get());
    }

    /** Completes when both are done; fails when that is not known. */
    Mono<Void> settle(AggregateOutbox outbox, String id, PendingEvent event) {
        Settled settled = new Settled(outbox, id, event, Sinks.one());
        queue.tryEmitNext(settled);
        return settled.done().asMono();
    }

    /** The line of the history first: a reader merges it with what still waits, so it is never missing. */
    private Mono<Void> round(List<Settled> round) {
        List<History.Line> lines = round.stream()
                .map(each -> new History.Line(
                        each.id(), each.event().sequence(), each.event().entry()))
                .toList();
        // Deferred: what is thrown while a request is made fails its round, and the rounds go on.
        return Mono.defer(() -> history.insert(lines))
                .then(Mono.defer(() -> remove(round)))
                .doOnSuccess(_ -> round.forEach(each -> each.done().tryEmitEmpty()))
                .onErrorResume(error -> Mono.fromRunnable(
                        () -> round.forEach(each -> each.done().tryEmitError(error))));
    }

    private static Mono<Void> remove(List<Settled> round) {
        Map<AggregateOutbox, Map<String, Long>> published = new LinkedHashMap<>();
        for (Settled each : round) {
            published
                    .computeIfAbsent(each.outbox(), _ -> new LinkedHashMap<>())
                    .merge(each.id(), each.event().sequence(), Math::max);
        }
        return Flux.fromIterable(published.entrySet())
                .concatMap(outbox -> outbox.getKey().remove(outbox.getValue()))
                .then();
    }
}
