package org.lodestone.platform.search;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Waits until the index shows a write; another instance may have taken it. */
record AwaitedRead<A extends Aggregate>(AggregateSource<A> source, IndexKeeper<A> keeper, Views views) {

    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofMillis(25);

    /** What {@code X-Read-After} says. */
    private record Write(String id, long version) {

        static @Nullable Write of(@Nullable String text) {
            int at = text == null || text.length() > 200 ? -1 : text.lastIndexOf('@');
            if (text == null || at <= 0 || !text.substring(at + 1).matches("\\d{1,18}")) {
                return null;
            }
            return new Write(text.substring(0, at), Long.parseLong(text.substring(at + 1)));
        }
    }

    Mono<Void> of(@Nullable String readAfter) {
        Write write = Write.of(readAfter);
        if (write == null) {
            return Mono.empty();
        }
        return Mono.fromCallable(() -> shows(write))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(shown -> shown ? Mono.<Void>empty() : loadUntil(write))
                .timeout(WAIT, Mono.empty())
                .onErrorComplete();
    }

    private Mono<Void> loadUntil(Write write) {
        return source.load(write.id())
                .publishOn(Schedulers.boundedElastic())
                .flatMap(aggregate -> Mono.fromCallable(() -> {
                    keeper.put(views.live(), aggregate);
                    return shows(write);
                }))
                // Gone, or of another service: there is nothing to wait for.
                .defaultIfEmpty(true)
                .flatMap(shown ->
                        shown ? Mono.<Void>empty() : Mono.delay(RETRY).then(Mono.defer(() -> loadUntil(write))));
    }

    private boolean shows(Write write) throws IOException {
        LiveIndex live = views.live();
        if (live.version(write.id()) < write.version()) {
            return false;
        }
        live.refresh();
        return true;
    }
}
