package org.lodestone.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Puts the whole collection into an index, in the order of its ids. What the index has in that version or a later one stays. */
final class CollectionWalk<A extends Aggregate> {

    private static final Logger log = LoggerFactory.getLogger(CollectionWalk.class);
    /** Two are in memory as objects: more of them outlive the collector's youngest generation and are copied again and again. */
    private static final int BATCH = 100;
    /** Seldom, because each time leaves a small segment to be merged. */
    private static final int REFRESH_EVERY = 250 * BATCH;

    private static final int TOLD_EVERY = 500 * BATCH;
    private static final long LOAD_SECONDS = 30;

    private final AggregateSource<A> source;
    private final Documents<A> documents;
    private final Predicate<Exception> waitsFor;
    private final BooleanSupplier stopping;
    private volatile long walked;

    /** @param waitsFor told why the database did not answer; waits a moment, or says no when it is time to stop */
    CollectionWalk(
            AggregateSource<A> source,
            Documents<A> documents,
            Predicate<Exception> waitsFor,
            BooleanSupplier stopping) {
        this.source = source;
        this.documents = documents;
        this.waitsFor = waitsFor;
        this.stopping = stopping;
    }

    /** Aggregates read so far. */
    long walked() {
        return walked;
    }

    /** Ends after the last one, or with an exception: half of it must not be taken for the whole. */
    void run(LiveIndex index) throws IOException, InterruptedException {
        index.building(true);
        try {
            walk(index);
        } finally {
            index.building(false);
        }
        log.info("Index of {} built from {} aggregates", source.type().getSimpleName(), walked);
    }

    private void walk(LiveIndex index) throws IOException, InterruptedException {
        walked = 0;
        Reading<A> reading = read(null);
        List<A> batch;
        do {
            batch = batch(reading);
            if (batch.size() == BATCH) {
                // The database reads the next ones meanwhile.
                reading = read(batch.getLast().id());
            }
            put(index, batch);
            walked += batch.size();
            if (walked % REFRESH_EVERY == 0) {
                // The versions of what no view shows yet are held in memory.
                index.refresh();
            }
            if (walked % TOLD_EVERY == 0 && !batch.isEmpty()) {
                log.info("Index of {}: {} read", source.type().getSimpleName(), walked);
            }
        } while (batch.size() == BATCH);
        index.refresh();
    }

    /** On all processors: to make documents is most of the work. */
    private void put(LiveIndex index, List<A> batch) throws IOException {
        try {
            batch.parallelStream().forEach(aggregate -> {
                try {
                    index.put(aggregate.id(), aggregate.version(), () -> documents.of(aggregate));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private record Reading<A>(@Nullable String after, CompletableFuture<@Nullable List<A>> batch) {}

    private Reading<A> read(@Nullable String after) {
        return new Reading<>(after, source.all(after, BATCH).collectList().toFuture());
    }

    /** Waits for the database as long as it takes. */
    private List<A> batch(Reading<A> begun) throws InterruptedException {
        Reading<A> reading = begun;
        while (true) {
            if (stopping.getAsBoolean()) {
                throw new InterruptedException("Stopping");
            }
            try {
                return Objects.requireNonNull(reading.batch().get(LOAD_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException e) {
                if (!waitsFor.test(e)) {
                    throw new InterruptedException();
                }
                reading = read(reading.after());
            }
        }
    }

    /** The thread is the index's own, so it may wait; what happens in between is not lost. */
    static <T> T await(Mono<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        return answer.toFuture().get(LOAD_SECONDS, TimeUnit.SECONDS);
    }
}
