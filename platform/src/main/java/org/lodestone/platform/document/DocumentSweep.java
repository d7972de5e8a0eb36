package org.lodestone.platform.document;

import java.time.Duration;
import org.lodestone.platform.process.ProcessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Goes on with what a kill or a refusal of the moment left unfinished, and deletes what nobody brought back: at the start, and from time to time. */
final class DocumentSweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentSweep.class);

    private final ProcessStore<Filing> filings;
    private final FilingSteps steps;
    private final Duration every;
    private Disposable running = Disposables.disposed();

    DocumentSweep(DocumentParts parts, FilingSteps steps) {
        this.filings = parts.filings();
        this.steps = steps;
        this.every = parts.properties().sweep();
    }

    /** One after the other; what fails waits for the next look. */
    Mono<Void> resume() {
        return filings.unfinished()
                .concatMap(filing -> steps.resume(filing, Documents.now()).onErrorResume(Exception.class, e -> {
                    LOG.warn("filing {} still waits: {}", filing.id(), e.toString());
                    return Mono.empty();
                }))
                .onErrorResume(Exception.class, e -> {
                    LOG.warn("filings cannot be looked at now: {}", e.toString());
                    return Mono.empty();
                })
                .then();
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, every)
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
