package org.lodestone.platform.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one index: its keeper, the writes of this process, and the clock that shows and keeps what was written. */
final class IndexRunner<A extends Aggregate> {

    private static final Logger log = LoggerFactory.getLogger(IndexRunner.class);
    /** What was written after a pause is seen after this, and nothing is done while nothing is written. */
    static final Duration REFRESH = Duration.ofMillis(40);
    /** While much is written, showing it takes at most one part in so many of the time. */
    private static final long REFRESH_SHARE = 20;

    private static final long LONGEST_REFRESH_MILLIS = 500;
    /** After a kill, this much is read again from the topic. */
    private static final long COMMIT_SECONDS = 10;

    private static final int MAX_WAITING = 10_000;
    private static final long STOP_SECONDS = 10;

    private final Class<A> type;
    private final SearchIndex<A> index;
    private final IndexKeeper<A> keeper;
    private final AtomicBoolean unseen = new AtomicBoolean();
    private final AtomicBoolean unkept = new AtomicBoolean();
    /** When the index was last shown, and how long that took, in nanoseconds. */
    private volatile long shownAt = System.nanoTime();

    private volatile long shownIn;
    private final Thread thread;
    private final ScheduledExecutorService clock;
    private final ThreadPoolExecutor writes;

    IndexRunner(
            AggregateSource<A> source,
            SearchMapping<A> mapping,
            IndexFolder folder,
            ChangeFeed.@Nullable Source feeds) {
        String name = "index-" + mapping.schema().name();
        Documents<A> documents = new Documents<>(source, mapping);
        this.type = source.type();
        this.keeper = new IndexKeeper<>(source, documents, folder, feeds, this::changed);
        this.index = new SearchIndex<>(source, mapping.schema(), documents, keeper);
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(keeper);
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name + "-clock").daemon().factory());
        this.writes = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MAX_WAITING),
                Thread.ofPlatform().name(name + "-writes").daemon().factory(),
                // The topic brings it again.
                new ThreadPoolExecutor.DiscardPolicy());
    }

    SearchIndex<A> index() {
        return index;
    }

    void start() {
        thread.start();
        clock.scheduleWithFixedDelay(this::keep, COMMIT_SECONDS, COMMIT_SECONDS, TimeUnit.SECONDS);
    }

    /** Writes of this process, seen before the topic tells of them. Takes nobody's time: a thread of the driver calls. */
    void committed(List<Aggregate> together) {
        List<A> own = together.stream().filter(type::isInstance).map(type::cast).toList();
        if (!own.isEmpty()) {
            writes.execute(() -> own.forEach(this::put));
        }
    }

    void purge() throws IOException {
        keeper.purge();
    }

    void stop() {
        keeper.stop();
        writes.shutdown();
        clock.shutdown();
        try {
            writes.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            clock.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            keeper.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.warn("Index of {} was not kept and will be built anew: {}", type.getSimpleName(), e.toString());
        }
    }

    private void put(A aggregate) {
        LiveIndex live = keeper.live();
        if (live == null) {
            return;
        }
        try {
            keeper.put(live, aggregate);
        } catch (IOException | RuntimeException e) {
            log.warn("Not indexed, the topic brings it again: {}", aggregate.id(), e);
        }
    }

    private void changed() {
        unkept.set(true);
        if (unseen.compareAndSet(false, true)) {
            try {
                clock.schedule(this::show, pause(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                log.debug("Not shown any more: stopping");
            }
        }
    }

    /** Nobody waits for it: a read that finds something unseen shows it itself. */
    private long pause() {
        long busy = shownAt + shownIn * REFRESH_SHARE - System.nanoTime();
        return Math.clamp(TimeUnit.NANOSECONDS.toMillis(busy), REFRESH.toMillis(), LONGEST_REFRESH_MILLIS);
    }

    private void show() {
        unseen.set(false);
        long begun = System.nanoTime();
        LiveIndex live = keeper.live();
        try {
            if (live != null) {
                live.refresh();
            }
        } catch (IOException | AlreadyClosedException e) {
            log.warn("Index of {} cannot be refreshed: {}", type.getSimpleName(), e.toString());
        }
        shownAt = System.nanoTime();
        shownIn = shownAt - begun;
    }

    private void keep() {
        if (unkept.compareAndSet(true, false)) {
            try {
                keeper.commit();
            } catch (IOException | RuntimeException e) {
                log.warn("Index of {} cannot be kept: {}", type.getSimpleName(), e.toString());
            }
        }
    }
}
