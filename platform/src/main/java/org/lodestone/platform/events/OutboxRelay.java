package org.lodestone.platform.events;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateOutbox;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.aggregate.CommitListener;
import org.lodestone.platform.aggregate.CommitListener.Commit;
import org.lodestone.platform.aggregate.PendingEvent;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;

/**
 * Publishes what the aggregates' outboxes hold: event k+1 of an aggregate only after the broker acknowledged k, aggregates side by side.
 * A commit of this process starts it at once; a poll finds what a crash left. Two relays may run: duplicates then, but never another order
 * and never a gap. An error says nothing about whether the broker has the event, so it is sent again, never skipped.
 */
public class OutboxRelay implements CommitListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private static final int AGGREGATES_AT_ONCE = 256;
    /** Threads for the producer, which blocks while it knows no broker. */
    private static final int SENDERS = 16;
    /** A poll takes this many aggregates of a collection; the next one takes more. */
    private static final int POLLED_AT_ONCE = 10_000;

    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(1);

    private final AggregateStores stores;
    private final KafkaTemplate<String, byte[]> kafka;
    private final EventsProperties properties;
    private final Map<Work, State> busy = new ConcurrentHashMap<>();

    /** What the last poll found. */
    private final AtomicLong left = new AtomicLong();

    private final Settling settling;
    private Sinks.Many<Nudge> queue = queue();
    private Disposable running = Disposables.disposed();

    public OutboxRelay(AggregateStores stores, KafkaTemplate<String, byte[]> kafka, EventsProperties properties) {
        this.stores = stores;
        this.kafka = kafka;
        this.properties = properties;
        this.settling = new Settling(stores.history());
        Metrics.gauge("lodestone.outbox.publishing", busy, Map::size);
        Metrics.gauge("lodestone.outbox.left", left);
    }

    /** Every thread that writes puts into it, and none waits for the one that is emptying it. */
    private static Sinks.Many<Nudge> queue() {
        return Sinks.unsafe()
                .many()
                .unicast()
                .onBackpressureBuffer(Queues.<Nudge>unboundedMultiproducer().get());
    }

    private record Work(String topic, String id) {}

    /** @param event the only one that waits, where that is known; else the outbox is read */
    private record Nudge(Work work, @Nullable PendingEvent event) {}

    /** Of an aggregate that is being published: {@code MORE} when something was committed after it was nudged. */
    private enum State {
        QUEUED,
        RUNNING,
        MORE
    }

    private record Task(Work work, AggregateOutbox outbox) {}

    @Override
    public void committed(Commit commit) {
        AggregateStore<?> store = stores.of(commit.aggregate());
        if (store != null && isRunning()) {
            Work work = new Work(store.topic(), commit.aggregate().id());
            nudge(new Nudge(work, commit.event()));
        }
    }

    @Override
    public void start() {
        Scheduler senders = Schedulers.newBoundedElastic(SENDERS, Integer.MAX_VALUE, "outbox");
        queue = queue();
        busy.clear();
        // Settling first: whatever is drained is handed to it.
        running = Disposables.composite(
                settling.start(),
                queue.asFlux()
                        .flatMap(nudge -> drain(nudge, senders), AGGREGATES_AT_ONCE)
                        .subscribe(),
                indexes().thenMany(poll()).subscribe(),
                senders);
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    /** Stops after what needs it: listeners and the web server come and go while it runs. */
    @Override
    public int getPhase() {
        return 0;
    }

    private Mono<Void> indexes() {
        return Flux.fromIterable(stores.all())
                .flatMap(AggregateStore::createIndexes)
                .onErrorResume(e -> {
                    LOG.warn("the outbox has no index yet: {}", e.toString());
                    return Mono.empty();
                })
                .then();
    }

    private Flux<Nudge> poll() {
        return Flux.concat(
                        Mono.just(Duration.ZERO),
                        Flux.interval(properties.poll()).map(_ -> properties.grace()))
                .onBackpressureDrop()
                .concatMap(grace -> waiting(Instant.now().minus(grace)), 1)
                .map(work -> new Nudge(work, null))
                .doOnNext(this::nudge);
    }

    private Flux<Work> waiting(Instant since) {
        AtomicLong found = new AtomicLong();
        return Flux.fromIterable(stores.all())
                .concatMap(
                        store -> store.outbox().waiting(since, POLLED_AT_ONCE).map(id -> new Work(store.topic(), id)))
                .onErrorResume(e -> {
                    LOG.warn("the outbox cannot be read, the next poll tries again: {}", e.toString());
                    return Flux.empty();
                });
    }

    private void nudge(Nudge nudge) {
        State now = busy.merge(nudge.work(), State.QUEUED, (_, _) -> State.MORE);
        if (now == State.QUEUED) {
            queue.tryEmitNext(nudge);
        }
    }

    private Mono<Void> drain(Nudge nudge, Scheduler senders) {
        Work work = nudge.work();
        return Mono.defer(() -> {
                    boolean alone = busy.put(work, State.RUNNING) != State.MORE;
                    return publish(work, alone ? nudge.event() : null, senders);
                })
                .onErrorResume(e -> pause(work, e))
                .then(Mono.defer(() ->
                        busy.remove(work, State.RUNNING) ? Mono.<Void>empty() : drain(new Nudge(work, null), senders)));
    }

    private Mono<Void> pause(Work work, Throwable error) {
        Metrics.counter("lodestone.outbox.errors").increment();
        LOG.warn("{} of {} is not published yet: {}", work.id(), work.topic(), error.toString());
        busy.put(work, State.MORE);
        return Mono.delay(PAUSE_AFTER_ERROR).then();
    }

    private Mono<Void> publish(Work work, @Nullable PendingEvent only, Scheduler senders) {
        return Flux.fromIterable(stores.all())
                .filter(store -> store.topic().equals(work.topic()))
                .concatMap(store -> publish(new Task(work, store.outbox()), only, senders))
                .then();
    }

    private Mono<Void> publish(Task task, @Nullable PendingEvent only, Scheduler senders) {
        Flux<PendingEvent> pending = only == null
                ? task.outbox().pending(task.work().id()).flatMapIterable(waiting -> waiting)
                : Flux.just(only);
        return pending.concatMap(
                        event -> acknowledged(record(task, event), senders)
                                .then(Mono.defer(
                                        () -> settle(task.outbox(), task.work().id(), event))),
                        1)
                .then();
    }

    /** Completes when the broker has the record for good. */
    protected Mono<Void> acknowledged(ProducerRecord<String, byte[]> message, Scheduler senders) {
        return Mono.fromFuture(() -> kafka.send(message)).subscribeOn(senders).then();
    }

    /** The line of the history first: a reader merges it with what still waits, so it is never missing. */
    protected Mono<Void> settle(AggregateOutbox outbox, String id, PendingEvent event) {
        return settling.settle(outbox, id, event);
    }

    private static ProducerRecord<String, byte[]> record(Task task, PendingEvent event) {
        String id = task.work().id();
        Envelope envelope = new Envelope(
                id + ':' + event.sequence(),
                task.outbox().source(id),
                event.type(),
                id,
                event.time(),
                event.zone(),
                event.sequence(),
                event.traceparent(),
                event.backfill());
        return CloudEvents.record(task.outbox().topic(), envelope, event.payload());
    }
}
