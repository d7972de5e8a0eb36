package org.lodestone.platform.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.lodestone.platform.imports.ImportProcess.Course;
import org.lodestone.platform.job.JobBells;
import org.lodestone.platform.job.JobProgress;
import org.lodestone.platform.table.UnreadableTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does the work of imports, one instance at a time for each: whoever holds the lease on the process renews it with every batch; what a
 * killed instance left is found by a look at what is unfinished, and goes on after the last batch that was noted.
 */
public final class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    /** After so many failures in a row the import is given up and says so. */
    private static final int FAILURES = 5;

    private final String instance = UUID.randomUUID().toString();
    private final ImportParts parts;
    private final ImportWork work;
    private final JobBells bells;
    private final ImportProperties properties;
    private final Set<String> driven = ConcurrentHashMap.newKeySet();
    private Disposable running = Disposables.disposed();

    ImportRunner(ImportParts parts, ImportWork work, JobBells bells, ImportProperties properties) {
        this.parts = parts;
        this.work = work;
        this.bells = bells;
        this.properties = properties;
    }

    private static final class LeaseLost extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public void start() {
        running = Flux.interval(Duration.ZERO, properties.poll())
                .onBackpressureDrop()
                .concatMap(_ -> resume().onErrorResume(e -> {
                    LOG.warn("Imports cannot be looked at, the next look tries again: {}", e.toString());
                    return Mono.empty();
                }))
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

    /** Takes up what nobody works on; completes when this is done. */
    public Mono<Void> resume() {
        return parts.processes()
                .unfinished()
                .filter(process -> process.course().isFree(Instant.now()))
                .flatMap(process -> drive(process.id()))
                .then();
    }

    /** Works until nothing is left to do, or another instance has it. Goes on when whoever asked is gone. */
    Mono<Void> begin(String id) {
        Mono<Void> whole = drive(id).cache();
        whole.subscribe();
        return whole;
    }

    private Mono<Void> drive(String id) {
        return Mono.defer(() -> driven.add(id) ? driven(id) : Mono.empty());
    }

    private Mono<Void> driven(String id) {
        return take(id).expand(process -> process.finished() ? Mono.empty() : work.step(process, this::note))
                .then()
                .onErrorResume(Exception.class, e -> stumbled(id, e))
                .doOnError(e -> LOG.error("The work on import {} ended", id, e))
                .onErrorComplete()
                .doFinally(_ -> driven.remove(id));
    }

    private Mono<ImportProcess> take(String id) {
        return parts.processes()
                .step(
                        id,
                        present ->
                                present.finished() || !present.course().isFree(Instant.now()) ? present : held(present))
                .filter(present ->
                        !present.finished() && instance.equals(present.course().holder()));
    }

    private ImportProcess held(ImportProcess process) {
        return process.with(process.course().heldBy(instance, Instant.now().plus(properties.lease())));
    }

    /** Only whoever holds the lease writes, and keeps it by writing; at the end it is given back. */
    private Mono<ImportProcess> note(ImportProcess of, UnaryOperator<ImportProcess> next) {
        return parts.processes()
                .step(of.id(), present -> {
                    if (!instance.equals(present.course().holder()) || present.state() != of.state()) {
                        throw new LeaseLost();
                    }
                    ImportProcess changed = held(next.apply(present));
                    return changed.finished() ? changed.with(changed.course().free()) : changed;
                })
                .doOnNext(this::tell);
    }

    private Mono<Void> stumbled(String id, Exception error) {
        if (error instanceof LeaseLost) {
            LOG.info("Import {} is another instance's", id);
            return Mono.empty();
        }
        LOG.warn("Import {} stumbled", id, error);
        String code = error instanceof UnreadableTable table ? "table-" + table.code() : "import-stumbled";
        boolean hopeless = error instanceof UnreadableTable;
        return parts.processes()
                .step(id, present -> {
                    Course course = present.course().failedOnce();
                    return hopeless || course.failures() >= FAILURES
                            ? present.with(course).failed(code)
                            : present.with(course);
                })
                .doOnNext(this::tell)
                .then();
    }

    private void tell(ImportProcess process) {
        JobProgress progress = new JobProgress(
                process.id(),
                parts.target().kind(),
                process.owner().subject(),
                process.zone(),
                process.state().name(),
                process.course().done(),
                process.source().rows());
        if (process.finished()) {
            bells.reached(progress);
        } else {
            bells.progressed(progress);
        }
    }
}
