package org.lodestone.platform.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Brings processes of one kind to their end: when somebody asks for it, and those a kill or a refusal of the moment left unfinished. Each is
 * worked on once at a time in this process; another instance may be at it too, so their steps are guarded and idempotent.
 */
public final class Resumption<P extends Record & Process> {

    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    private final String what;
    private final ProcessStore<P> store;
    private final Function<P, Mono<?>> run;
    private final Set<String> driven = ConcurrentHashMap.newKeySet();

    /** @param run works until the process is finished; what it fails with is tried again later */
    public Resumption(String what, ProcessStore<P> store, Function<P, Mono<?>> run) {
        this.what = what;
        this.store = store;
        this.run = run;
    }

    /** Never fails: what cannot be done now goes on with the next {@link #resume}. */
    public Mono<Void> drive(P process) {
        return Mono.defer(() -> driven.add(process.id()) ? driven(process) : Mono.empty());
    }

    private Mono<Void> driven(P process) {
        return Mono.defer(() -> run.apply(process))
                .then()
                .onErrorResume(error -> {
                    LOG.warn("{} {} goes on later: {}", what, process.id(), error.toString());
                    return Mono.empty();
                })
                .doFinally(_ -> driven.remove(process.id()));
    }

    /** One after the other: there are few, and they may be about the same things. */
    public Mono<Void> resume() {
        return store.unfinished().concatMap(this::drive).then();
    }

    /** {@link #resume} at the start, and from time to time. */
    public Rounds every(Duration period) {
        return new Rounds("unfinished " + what + " processes", Duration.ZERO, period, this::resume);
    }
}
