package org.lodestone.platform.bulk;

import java.time.Duration;
import org.lodestone.platform.job.JobBells;
import org.lodestone.platform.job.JobProgress;
import org.lodestone.platform.process.Resumption;
import org.lodestone.platform.process.Rounds;
import reactor.core.publisher.Mono;

/** Carries jobs out, chunk by chunk, and goes on with those a kill left behind. */
public final class BulkRunner {

    private final BulkParts parts;
    private final BulkSteps<?> steps;
    private final JobBells bells;
    private final String kind;
    private final Resumption<BulkJob> resumption;

    BulkRunner(BulkParts parts, BulkSteps<?> steps, JobBells bells, String kind) {
        this.parts = parts;
        this.steps = steps;
        this.bells = bells;
        this.kind = kind;
        this.resumption = new Resumption<>("bulk", parts.jobs(), this::run);
    }

    Mono<Void> drive(BulkJob job) {
        return resumption.drive(job);
    }

    Rounds every(Duration period) {
        return resumption.every(period);
    }

    private Mono<BulkJob> run(BulkJob begun) {
        return Mono.just(begun)
                .expand(job -> job.finished() ? Mono.empty() : step(job))
                .last()
                .doOnNext(ended -> bells.reached(progress(ended)));
    }

    private Mono<BulkJob> step(BulkJob job) {
        int number = job.course().chunk();
        if (number >= job.course().chunks()) {
            return parts.jobs().step(job.id(), present -> present.ended(job));
        }
        return parts.chunks()
                .find(BulkChunk.id(job.course().ticket(), number))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("No chunk " + number)))
                .flatMap(chunk -> steps.work(job, chunk))
                .flatMap(worked -> parts.jobs().step(job.id(), present -> present.past(worked, job)))
                .doOnNext(present -> bells.progressed(progress(present)));
    }

    private JobProgress progress(BulkJob job) {
        return new JobProgress(
                job.id(),
                kind,
                job.order().by().subject(),
                job.order().by().zones().getFirst(),
                job.state().name(),
                job.course().done(),
                job.course().total());
    }
}
