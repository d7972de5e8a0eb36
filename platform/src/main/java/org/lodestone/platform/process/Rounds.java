package org.lodestone.platform.process;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work that nobody asks for but must be done, in rounds, one after the other. What fails is tried again in the next one. */
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String what;
    private final Duration first;
    private final Duration every;
    private final Supplier<Mono<Void>> round;
    private Disposable running = Disposables.disposed();

    /**
     * @param what is looked after, for the log
     * @param first how long after the start the first round begins
     * @param every between the beginnings of two rounds; one that takes longer is not overtaken
     */
    public Rounds(String what, Duration first, Duration every, Supplier<Mono<Void>> round) {
        this.what = what;
        this.first = first;
        this.every = every;
        this.round = round;
    }

    @Override
    public void start() {
        running = Flux.interval(first, every)
                .onBackpressureDrop()
                .concatMap(_ -> Mono.defer(round).onErrorResume(this::later), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    private Mono<Void> later(Throwable error) {
        LOG.warn("{} are looked after again later: {}", what, error.toString());
        return Mono.empty();
    }
}
