package org.lodestone.notifications.stream;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.stream.EventRing.Window;
import org.lodestone.notifications.stream.StreamEvent.Announcement;
import org.lodestone.notifications.stream.StreamEvent.Doorbell;
import org.lodestone.notifications.stream.StreamEvent.JobNews;
import org.lodestone.platform.events.StreamToken;
import reactor.core.publisher.FluxSink;

/**
 * One open stream: a position in the ring, and a queue only while it catches up from the log. {@link #drain} may be called by anyone;
 * one caller at a time works, and only as far as the connection has room.
 */
final class StreamSession {

    private static final String SNAPSHOT = "/api/projects?view=board";
    private static final Duration STALLED = Duration.ofSeconds(60);

    private final Subscription subscription;
    private final EventStreamHub hub;
    private final CatchUps catchUps;
    private final EventFrames frames;
    private final StreamMetrics metrics;
    private final FluxSink<Batch> sink;
    private final Lifetime lifetime;
    private final RingPosition place;
    private final AtomicInteger calls = new AtomicInteger();
    private final Pace pace = new Pace();
    private final BlockingQueue<Runnable> caughtUp = new ArrayBlockingQueue<>(4);
    private final AtomicReference<@Nullable ResetReason> reset = new AtomicReference<>();
    private volatile boolean ended;
    private volatile boolean heartbeatDue;
    private volatile boolean catchingUp;
    private boolean opened;
    private boolean countsDue;
    private boolean completed;
    private Batch batch = new Batch();

    StreamSession(Subscription subscription, StreamParts parts, FluxSink<Batch> sink) {
        this.subscription = subscription;
        this.hub = parts.hub();
        this.catchUps = parts.catchUps();
        this.frames = parts.frames();
        this.metrics = parts.metrics();
        this.sink = sink;
        this.lifetime = new Lifetime(parts.properties(), subscription.expiresAt());
        this.place = new RingPosition(hub.ring());
    }

    String subject() {
        return subscription.scope().subject();
    }

    Subscription subscription() {
        return subscription;
    }

    long lag() {
        return ended ? 0 : hub.ring().end() - place.cursor();
    }

    boolean isEnded() {
        return ended;
    }

    /** Begins at the newest event, because there is no position, or none that can be used. Nothing is sent before the first drain. */
    void startLive(@Nullable ResetReason because) {
        metrics.resumed("live");
        if (because != null) {
            metrics.reset(because);
            reset.set(because);
        }
    }

    /** Goes on exactly where a position points: from the ring if it reaches back that far, else from the log. */
    void resume(StreamToken token) {
        EventRing ring = hub.ring();
        Window window = ring.window();
        long[] position = ring.layout().position(token, window.next()).orElse(null);
        if (position == null) {
            startLive(ResetReason.EPOCH);
            return;
        }
        resume(ring, window, position);
    }

    private void resume(EventRing ring, Window window, long[] position) {
        skipOldDoorbells(ring.layout(), window, position);
        if (LogLayout.reaches(position, window.from()) && LogLayout.reaches(window.next(), position)) {
            metrics.resumed("ring");
            place.enter(ring.layout(), window, position);
        } else {
            metrics.resumed("kafka");
            place.stand(ring.layout(), position);
            catchingUp = true;
            catchUps.start(this, position);
        }
    }

    /** What rang before the ring is in the inbox, where every stream begins with its counts. */
    private static void skipOldDoorbells(LogLayout layout, Window window, long[] position) {
        for (int slot = 0; slot < position.length; slot++) {
            if (layout.isPersonal(slot)) {
                position[slot] = Math.clamp(position[slot], window.from()[slot], window.next()[slot]);
            }
        }
    }

    /** From a reader of the log: frames, or the step that follows them. Waits while the client is slow; false if it is gone. */
    boolean offer(Runnable step) throws InterruptedException {
        long deadline = System.nanoTime() + STALLED.toNanos();
        while (!ended && System.nanoTime() < deadline) {
            if (caughtUp.offer(step, 100, TimeUnit.MILLISECONDS)) {
                drain();
                return true;
            }
        }
        end();
        return false;
    }

    /** To be offered: frames read from the log. */
    Runnable frames(Batch read, byte[] position) {
        return () -> {
            batch = read;
            place.stand(position);
        };
    }

    /** To be offered: the log has been read up to what the ring held then; the same cursor goes on there. */
    Runnable handOver(Window window, long[] position) {
        return () -> {
            place.enter(hub.ring().layout(), window, position);
            catchingUp = false;
        };
    }

    /** To be offered: exact resume is not possible; goes on live, and says so. */
    Runnable giveUp(ResetReason because) {
        return () -> {
            jumpToLive(because);
            catchingUp = false;
        };
    }

    private void jumpToLive(ResetReason because) {
        place.jumpToEnd(hub.ring());
        metrics.reset(because);
        writeReset(because);
    }

    void replace() {
        metrics.reset(ResetReason.REPLACED);
        reset.set(ResetReason.REPLACED);
    }

    /** Completes the stream; the client comes back with its last position. */
    void end() {
        ended = true;
        drain();
    }

    /** The client is gone: nothing more is collected. */
    void abandon() {
        ended = true;
    }

    /** Looks at the clock, the token and the directory; called about once a second. */
    void tick(long now) {
        if (lifetime.isOver(now)) {
            ended = true;
            return;
        }
        if (lifetime.isHeartbeatDue(now)) {
            heartbeatDue = true;
            ended |= !subscription.stillAllowed().getAsBoolean();
        }
        if (pace.fallsBehind(now, ended ? 0 : hub.ring().bytesFrom(place.cursor()))) {
            metrics.slow();
        }
    }

    void drain() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        while (seen != 0) {
            while (!completed && sink.requestedFromDownstream() > 0 && collect()) {
                Batch full = batch;
                batch = new Batch();
                sink.next(full);
            }
            if (ended && !completed) {
                completed = true;
                sink.complete();
            }
            seen = calls.addAndGet(-seen);
        }
    }

    /** Fills the batch; false if there is nothing to send. */
    private boolean collect() {
        if (!opened) {
            open();
            return true;
        }
        if (countsDue) {
            countsDue = false;
            batch.counts();
        }
        Runnable step = catchingUp ? caughtUp.poll() : null;
        if (step != null) {
            Batch begun = batch;
            step.run();
            if (batch != begun && begun.wantsCounts()) {
                batch.counts();
            }
        }
        ResetReason because = reset.getAndSet(null);
        if (because != null) {
            writeReset(because);
        }
        if (!catchingUp && !ended) {
            passRing();
        }
        if (heartbeatDue) {
            heartbeatDue = false;
            batch.write(":\n");
            batch.write(place.idLine());
            batch.write("\n");
        }
        return !batch.isEmpty();
    }

    /** At once: without first bytes there are no headers, and a gateway's time-out would end the client for good. */
    private void open() {
        opened = true;
        batch.write("retry: 2000\n: lodestone\n");
        batch.write(place.idLine());
        batch.write("\n");
        countsDue = subscription.inbox();
    }

    private void writeReset(ResetReason because) {
        batch.write(place.idLine());
        batch.write(frames.frame("stream.reset", Map.of("reason", because.wireName(), "snapshot", SNAPSHOT)));
        if (because == ResetReason.REPLACED) {
            ended = true;
        }
    }

    private void passRing() {
        EventRing ring = hub.ring();
        while (!batch.isFull() && place.cursor() < ring.end()) {
            StreamEvent event = ring.get(place.cursor());
            if (event == null) {
                overrun(ring);
                return;
            }
            if (place.pass(ring.layout(), event)) {
                deliver(event);
            }
        }
    }

    private void deliver(StreamEvent event) {
        switch (event.content()) {
            case Announcement announced
            when subscription.wants(announced.facts()) ->
                batch.event(place.idLine(), announced.body(), event.writtenAt());
            case Doorbell bell when subscription.isFor(bell.recipient()) -> ring(bell);
            case JobNews news
            when subscription.hearsJobsOf(news.owner()) -> batch.event(place.idLine(), news.body(), event.writtenAt());
            case Announcement _, Doorbell _, JobNews _ -> {}
        }
    }

    private void ring(Doorbell bell) {
        if (bell.row() == null) {
            batch.counts();
        } else {
            batch.row(bell.row());
        }
    }

    /** The ring was filled anew before this stream had seen it all. */
    private void overrun(EventRing ring) {
        metrics.overrun();
        Window window = ring.window();
        place.told(ring.layout(), window)
                .ifPresentOrElse(position -> resume(ring, window, position), () -> jumpToLive(ResetReason.EPOCH));
    }
}
