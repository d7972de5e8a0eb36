package org.lodestone.platform.bulk;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings the rows of a chunk to their results: planned, the plan written, done on exactly what was planned for, the result written. */
final class BulkSteps<A extends Aggregate> {

    private static final int AT_ONCE = 4;
    /** So often a row is planned anew because somebody else was faster. */
    private static final int TRIES = 10;

    private final BulkTarget<A> target;
    private final ProcessStore<BulkChunk> chunks;
    private final BulkRefusals refusals;
    private final BusinessClock clock;
    private final BulkWatch watch;

    BulkSteps(
            BulkTarget<A> target,
            ProcessStore<BulkChunk> chunks,
            BulkRefusals refusals,
            BusinessClock clock,
            @Nullable BulkWatch watch) {
        this.target = target;
        this.chunks = chunks;
        this.refusals = refusals;
        this.clock = clock;
        this.watch = watch == null ? (_, _) -> {} : watch;
    }

    Mono<BulkChunk> work(BulkJob job, BulkChunk chunk) {
        return work(job, chunk, 1);
    }

    private Mono<BulkChunk> work(BulkJob job, BulkChunk chunk, int attempt) {
        if (chunk.isDone(job.isUndoing())) {
            return Mono.just(chunk);
        }
        return each(job, chunk, row -> planned(job, row))
                .flatMap(known -> each(job, known, row -> done(job, row, attempt)))
                .flatMap(known -> work(job, known, attempt + 1));
    }

    private Mono<BulkChunk> each(BulkJob job, BulkChunk chunk, Function<BulkRow, Mono<BulkRow>> step) {
        return Flux.fromIterable(chunk.rows())
                .filter(row -> !row.isFinished(job.isUndoing()))
                .flatMapSequential(step, AT_ONCE)
                .collectList()
                .flatMap(rows -> chunks.step(chunk.id(), present -> present.with(rows, job.isUndoing())));
    }

    private Mono<BulkRow> planned(BulkJob job, BulkRow row) {
        return row.step(job.isUndoing()) != null
                ? Mono.just(row)
                : Unexpected.limited(job, row, Mono.defer(() -> plan(job, row)))
                        .onErrorResume(Problem.class, problem -> refused(job, row, problem));
    }

    private Mono<BulkRow> plan(BulkJob job, BulkRow row) {
        return target.find(job.order().by().scope(), row.id())
                .map(present -> row.called(target.number(present)).with(job.isUndoing(), plan(job, row, present)))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private BulkStep plan(BulkJob job, BulkRow row, A present) {
        Map<String, List<String>> now = target.mark(job.order(), present);
        if (!job.isUndoing()) {
            return BulkStep.planned(present, now);
        }
        Map<String, List<String>> back = row.back(now);
        if (back.isEmpty()) {
            throw new BulkProblem.ChangedSince();
        }
        return BulkStep.plannedBack(present, now, back);
    }

    private Mono<BulkRow> done(BulkJob job, BulkRow row, int attempt) {
        BulkStep step = row.step(job.isUndoing());
        if (step == null || step.finished()) {
            return Mono.just(row);
        }
        Mono<Outcome<A>> work = Mono.defer(() -> worked(job, row, step)).doOnNext(_ -> watch.worked(job, row.id()));
        return Unexpected.limited(job, row, work)
                .map(outcome -> result(job, row, outcome, attempt))
                .onErrorResume(Problem.class, problem -> refused(job, row, problem));
    }

    private Mono<Outcome<A>> worked(BulkJob job, BulkRow row, BulkStep step) {
        Command command = command(job, row, step);
        return job.isUndoing()
                ? target.undo(job, row.id(), step.after() == null ? Map.of() : step.after(), command)
                : target.act(job.order(), row.id(), command);
    }

    /** The same row of the same job is the same command, however often it is tried. */
    private Command command(BulkJob job, BulkRow row, BulkStep step) {
        String key = (job.isUndoing() ? "bulk-undo:" : "bulk:") + job.id() + ':' + row.id();
        var now = clock.now();
        var by = job.order().by();
        return new Command(by.scope(), key, key, step.version(), now, by.subject(), now, false);
    }

    private BulkRow result(BulkJob job, BulkRow row, Outcome<A> outcome, int attempt) {
        return switch (outcome) {
            case Outcome.Done<A>(A now) -> done(job, row, now);
            case Outcome.Replayed<A>(A now, int _) -> done(job, row, now);
            case Outcome.Absent<A> _ -> throw Problem.notFound();
            case Outcome.Stale<A> _ when attempt < TRIES -> row.with(job.isUndoing(), null);
            case Outcome.Stale<A> _ -> kept(job, row, Problem.busy());
            case Outcome.KeyReused<A> _ -> throw Problem.idempotencyKeyReused();
            case Outcome.Busy<A> _, Outcome.Backlogged<A> _ -> throw Problem.unavailable(1);
        };
    }

    private BulkRow done(BulkJob job, BulkRow row, A now) {
        BulkStep step = row.step(job.isUndoing());
        if (step == null) {
            return row;
        }
        // Of a replay it may be said only if nobody has changed it since.
        boolean own = now.version() <= step.version() + 1;
        return row.with(job.isUndoing(), step.doneAs(own ? target.mark(job.order(), now) : null));
    }

    /** What is only in the way for a moment is no answer: the job goes on later. */
    private Mono<BulkRow> refused(BulkJob job, BulkRow row, Problem problem) {
        boolean forAMoment =
                problem.getStatusCode().is5xxServerError() || problem.slug().equals("busy");
        return forAMoment && !problem.slug().equals(Unexpected.SLUG)
                ? Mono.error(problem)
                : Mono.just(kept(job, row, problem));
    }

    private BulkRow kept(BulkJob job, BulkRow row, Problem problem) {
        BulkStep step = row.step(job.isUndoing());
        Map<String, String> said = refusals.kept(problem);
        return row.with(job.isUndoing(), step == null ? BulkStep.refused(said) : step.refusedWith(said));
    }
}
