package org.lodestone.platform.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * Brings an index up and keeps it true, in a thread of its own: opens it, builds it anew from the collection if it has to, then loads again
 * whatever the topic says has changed. Offsets are noted before the walk and kept after the work, so nothing is missed; what is done
 * twice is recognised by its version.
 */
final class IndexKeeper<A extends Aggregate> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int BATCH = 500;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AggregateSource<A> source;
    private final IndexFolder folder;
    private final Documents<A> documents;
    private final ChangeFeed.@Nullable Source feeds;
    private final Runnable changed;

    private volatile @Nullable LiveIndex live;
    private volatile IndexStatus.Phase phase = IndexStatus.Phase.OPENING;
    private volatile boolean ready;
    private final CollectionWalk<A> walk;
    private final CountDownLatch wake = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile @Nullable String trouble;
    /** Whether the index may be kept: a half-built one would be taken for whole. */
    private volatile boolean complete;

    /**
     * @param feeds {@code null} where there is no broker at all
     * @param changed told when there is something new to show
     */
    IndexKeeper(
            AggregateSource<A> source,
            Documents<A> documents,
            IndexFolder folder,
            ChangeFeed.@Nullable Source feeds,
            Runnable changed) {
        this.source = source;
        this.documents = documents;
        this.folder = folder;
        this.feeds = feeds;
        this.changed = changed;
        this.walk = new CollectionWalk<>(source, documents, this::waitsFor, () -> stopped);
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                LiveIndex index = open();
                if (feeds == null) {
                    standAlone(index);
                } else {
                    follow(index, feeds);
                }
            } catch (InterruptedException stop) {
                return;
            } catch (IOException | RuntimeException | ExecutionException | TimeoutException e) {
                report(e);
            }
            if (!pause()) {
                return;
            }
        }
    }

    /** {@code null} before it was opened. */
    @Nullable
    LiveIndex live() {
        return live;
    }

    boolean isReady() {
        return ready;
    }

    IndexStatus status() {
        LiveIndex index = live;
        boolean open = index != null && index.isHealthy();
        return new IndexStatus(
                phase,
                ready && open,
                index != null && open ? index.size() : 0,
                walk.walked(),
                phase == IndexStatus.Phase.FOLLOWING,
                trouble);
    }

    void put(LiveIndex index, A aggregate) throws IOException {
        if (index.put(aggregate.id(), aggregate.version(), () -> documents.of(aggregate))) {
            changed.run();
        }
    }

    void again(LiveIndex index, A aggregate) throws IOException {
        if (index.again(aggregate.id(), aggregate.version(), () -> documents.of(aggregate))) {
            changed.run();
        }
    }

    void commit() throws IOException {
        LiveIndex index = live;
        if (index != null && index.isHealthy() && complete) {
            index.commit();
        }
    }

    /** An index that is not whole yet is left alone: what is gone does not get into it. */
    void purge() throws IOException {
        LiveIndex index = live;
        if (index != null && index.isHealthy() && complete) {
            index.purge();
        }
    }

    void stop() {
        stopped = true;
        wake.countDown();
    }

    /** Once its thread has ended. */
    void close() throws IOException {
        LiveIndex index = live;
        ready = false;
        phase = IndexStatus.Phase.STOPPED;
        if (index != null) {
            try (index) {
                commit();
            }
        }
    }

    private LiveIndex open() throws IOException {
        LiveIndex index = live;
        if (index != null && index.isHealthy()) {
            return index;
        }
        phase = IndexStatus.Phase.OPENING;
        ready = false;
        complete = false;
        if (index != null) {
            index.close();
        }
        LiveIndex opened = folder.open();
        live = opened;
        // What was committed was complete: a walk commits only at its end.
        complete = opened.offsets() != null;
        return opened;
    }

    /** Without a broker there is nothing to tell what was missed, so everything is compared. */
    private void walkOnce(LiveIndex index) throws IOException, InterruptedException {
        phase = IndexStatus.Phase.REBUILDING;
        walk.run(index);
        trouble = null;
        ready = true;
        phase = IndexStatus.Phase.ALONE;
    }

    private void standAlone(LiveIndex index) throws IOException, InterruptedException {
        walkOnce(index);
        while (index.isHealthy()) {
            if (!pause()) {
                throw new InterruptedException();
            }
        }
    }

    private void follow(LiveIndex index, ChangeFeed.Source source)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (ChangeFeed feed = source.open()) {
            Offsets end = feed.end();
            Offsets kept = index.offsets();
            if (kept == null || !feed.reaches(kept)) {
                rebuild(index, end, kept != null);
                kept = end;
            }
            feed.seek(kept);
            catchUp(index, feed, end);
            ready = true;
            trouble = null;
            phase = IndexStatus.Phase.FOLLOWING;
            while (!stopped && index.isHealthy()) {
                apply(index, feed);
            }
        } catch (IOException | RuntimeException | ExecutionException | TimeoutException e) {
            phase = IndexStatus.Phase.CATCHING_UP;
            if (!ready && !stopped && index.isHealthy()) {
                report(e);
                walkOnce(index);
                return;
            }
            throw e;
        }
    }

    /** From offsets noted before: what changes during the walk is heard of after it. */
    private void rebuild(LiveIndex index, Offsets noted, boolean replace) throws IOException, InterruptedException {
        if (replace) {
            // Of another topic, so perhaps of another collection.
            ready = false;
            index.clear();
        }
        complete = false;
        phase = IndexStatus.Phase.REBUILDING;
        walk.run(index);
        trouble = null;
        index.reached(noted);
        index.commit();
        complete = true;
    }

    private void catchUp(LiveIndex index, ChangeFeed feed, Offsets end)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        phase = IndexStatus.Phase.CATCHING_UP;
        while (!stopped && !feed.position().reached(end)) {
            apply(index, feed);
        }
        index.refresh();
    }

    private void apply(LiveIndex index, ChangeFeed feed)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Map<String, Long> heard = feed.poll(POLL);
        Map<String, Long> unknown = new HashMap<>();
        for (Map.Entry<String, Long> change : heard.entrySet()) {
            if (index.version(change.getKey()) < change.getValue()) {
                unknown.put(change.getKey(), change.getValue());
            }
        }
        load(index, new ArrayList<>(unknown.keySet()));
        Offsets position = feed.position();
        if (!position.equals(index.offsets())) {
            index.reached(position);
            changed.run();
        }
    }

    private void load(LiveIndex index, List<String> ids)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        for (int from = 0; from < ids.size(); from += BATCH) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + BATCH));
            Map<String, A> present = CollectionWalk.await(
                    Flux.fromIterable(some).flatMap(source::load, 8).collectMap(Aggregate::id));
            for (String id : some) {
                A aggregate = present.get(id);
                if (aggregate != null) {
                    put(index, aggregate);
                } else if (index.delete(id)) {
                    changed.run();
                }
            }
        }
    }

    private boolean waitsFor(Exception obstacle) {
        report(obstacle);
        return pause();
    }

    /** False when it is to stop. */
    private boolean pause() {
        try {
            return !wake.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            return false;
        }
    }

    private void report(Exception e) {
        String message = e.getClass().getSimpleName() + ": " + e.getMessage();
        if (!message.equals(trouble)) {
            log.warn("Index of {}: {}", source.type().getSimpleName(), message);
        }
        trouble = message;
    }
}
