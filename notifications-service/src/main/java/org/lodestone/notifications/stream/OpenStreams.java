package org.lodestone.notifications.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The streams of this instance. At shutdown they are ended before the web server waits for its requests: a stream is a request that
 * never ends by itself.
 */
@Component
class OpenStreams implements SmartLifecycle {

    private final int perPerson;
    private final Duration drain;
    private final ApplicationEventPublisher events;
    private final Set<StreamSession> all = ConcurrentHashMap.newKeySet();
    private final Map<String, Deque<StreamSession>> byPerson = new ConcurrentHashMap<>();
    private volatile boolean running;

    OpenStreams(StreamProperties properties, ApplicationEventPublisher events) {
        this.perPerson = properties.perPerson();
        this.drain = properties.drain();
        this.events = events;
    }

    Collection<StreamSession> all() {
        return all;
    }

    int size() {
        return all.size();
    }

    /** Of all streams, in events. */
    long largestLag() {
        return all.stream().mapToLong(StreamSession::lag).max().orElse(0);
    }

    /** Adds a stream; its person's oldest ones give way. */
    void add(StreamSession session) {
        all.add(session);
        byPerson.compute(session.subject(), (person, before) -> {
            Deque<StreamSession> own = before == null ? new ArrayDeque<>() : before;
            own.addLast(session);
            while (own.size() > perPerson) {
                own.removeFirst().replace();
            }
            return own;
        });
        if (!running) {
            session.end();
        }
    }

    void remove(StreamSession session) {
        all.remove(session);
        byPerson.computeIfPresent(session.subject(), (person, own) -> {
            own.remove(session);
            return own.isEmpty() ? null : own;
        });
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        List<CompletableFuture<Void>> ends = all.stream().map(this::endSoon).toList();
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).thenRun(callback);
    }

    /** Not all at once: their clients come back at once. */
    private CompletableFuture<Void> endSoon(StreamSession session) {
        long wait = ThreadLocalRandom.current().nextLong(Math.max(1, drain.toMillis()));
        return CompletableFuture.runAsync(session::end, CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last phase starts last and stops first. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
