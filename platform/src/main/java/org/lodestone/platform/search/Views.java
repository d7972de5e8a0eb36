package org.lodestone.platform.search;

import java.io.IOException;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lends views of an index to whoever asks it something, off the threads that must not wait. */
record Views(String name, IndexKeeper<?> keeper) {

    interface Question<T> {

        T answer(LiveIndex.View view) throws IOException;
    }

    record Pinned(LiveIndex live, LiveIndex.View view) {

        void release() {
            live.release(view);
        }
    }

    /** Whoever asks sees what was written but for the last moment, however seldom the index is shown while nobody asks. */
    <T> Mono<T> fresh(Question<T> question) {
        return on(this::openFresh, question);
    }

    /** As the index was last shown. */
    <T> Mono<T> shown(Question<T> question) {
        return on(this::open, question);
    }

    private static <T> Mono<T> on(Supplier<Pinned> opening, Question<T> question) {
        return Mono.fromCallable(() -> {
                    Pinned pinned = opening.get();
                    try {
                        return question.answer(pinned.view());
                    } finally {
                        pinned.release();
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** One that is being built is left alone: each look would leave it a small segment to merge. */
    Pinned openFresh() {
        try {
            ready().refreshUnlessWithin(IndexRunner.REFRESH);
        } catch (IOException | AlreadyClosedException closing) {
            throw new IndexUnavailableException(name);
        }
        return open();
    }

    private Pinned open() {
        LiveIndex live = ready();
        try {
            return new Pinned(live, live.acquire());
        } catch (IOException | AlreadyClosedException closing) {
            throw new IndexUnavailableException(name);
        }
    }

    private LiveIndex ready() {
        LiveIndex live = live();
        if (!keeper.isReady()) {
            throw new IndexUnavailableException(name);
        }
        return live;
    }

    LiveIndex live() {
        LiveIndex live = keeper.live();
        if (live == null) {
            throw new IndexUnavailableException(name);
        }
        return live;
    }
}
