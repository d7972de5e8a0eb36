package org.lodestone.leads.merge;

import java.time.Duration;
import org.lodestone.platform.process.ProcessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Goes on with what a kill or a refusal of the moment left unfinished: at the start, and from time to time. */
@Component
class MergeResumption implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MergeResumption.class);

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final ProcessStore<LeadMerge> merges;
    private final MergeSteps steps;
    private Disposable running = Disposables.disposed();

    MergeResumption(ProcessStore<LeadMerge> merges, MergeSteps steps) {
        this.merges = merges;
        this.steps = steps;
    }

    /** One after the other: there are few, and they may be about the same leads. */
    Mono<Void> resume() {
        return merges.unfinished()
                .concatMap(merge -> steps.run(merge).onErrorResume(e -> {
                    LOG.warn("merge {} still waits: {}", merge.id(), e.toString());
                    return Mono.empty();
                }))
                .onErrorResume(e -> {
                    LOG.warn("merges cannot be resumed now: {}", e.toString());
                    return Mono.empty();
                })
                .then();
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> resume(), 1)
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
}
