package org.lodestone.platform.bulk;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Jobs as their owners see them; another person's are not there. */
public final class BulkJobs {

    /** Of one job; more are asked for in several. */
    public static final int MOST = 10_000;

    /** More are not waited for. */
    private static final int FEW = 50;

    private static final int LISTED = 20;

    private final BulkParts parts;
    private final BulkRunner runner;
    private final BusinessClock clock;
    private final Duration patience;

    BulkJobs(BulkParts parts, BulkRunner runner, BusinessClock clock, BulkProperties properties) {
        this.parts = parts;
        this.runner = runner;
        this.clock = clock;
        this.patience = properties.patience();
    }

    /**
     * Begins it, or answers with the one that has the id: the same request again is the same job. Few rows are waited for.
     *
     * @param rows ids, asked for only if the job is new
     */
    public Mono<BulkJob> begin(String id, BulkOrder order, Flux<String> rows) {
        return parts.jobs()
                .find(id)
                .switchIfEmpty(Mono.defer(() -> written(id, order, rows)))
                .doOnNext(job -> same(job, order))
                .flatMap(this::driven);
    }

    /** The rows first: a job is there only with all of them. */
    private Mono<BulkJob> written(String id, BulkOrder order, Flux<String> rows) {
        String ticket = UUID.randomUUID().toString();
        return rows.distinct().take(MOST + 1L).map(BulkRow::of).collectList().flatMap(all -> {
            if (all.size() > MOST) {
                throw new BulkProblem.TooManyRows(MOST);
            }
            return Flux.fromIterable(chunks(ticket, all))
                    .concatMap(parts.chunks()::begin)
                    .then(parts.jobs().begin(BulkJob.begin(id, order, ticket, all.size())));
        });
    }

    private static List<BulkChunk> chunks(String ticket, List<BulkRow> rows) {
        int size = BulkChunk.ROWS;
        return IntStream.range(0, (rows.size() + size - 1) / size)
                .mapToObj(number -> new BulkChunk(
                        BulkChunk.id(ticket, number),
                        0,
                        List.copyOf(rows.subList(number * size, Math.min(rows.size(), (number + 1) * size)))))
                .toList();
    }

    private static void same(BulkJob job, BulkOrder order) {
        if (!job.order().fingerprint().equals(order.fingerprint())) {
            throw Problem.idempotencyKeyReused();
        }
    }

    /** The work goes on when whoever asked is gone, or has waited long enough. */
    private Mono<BulkJob> driven(BulkJob job) {
        var work = runner.drive(job).toFuture();
        return job.course().total() > FEW
                ? Mono.just(job)
                : Mono.fromFuture(work, true)
                        .timeout(patience, Mono.empty())
                        .then(parts.jobs().find(job.id()));
    }

    public Mono<BulkJob> find(Scope scope, String id) {
        return parts.jobs()
                .find(id)
                .filter(job -> job.order().by().subject().equals(scope.subject()))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** One's own, newest first. */
    public Mono<List<BulkJob>> mine(Scope scope) {
        return parts.jobs()
                .list(Filters.eq("order.by.subject", scope.subject()))
                .sort(Comparator.comparing((BulkJob job) -> job.order().at()).reversed())
                .take(LISTED)
                .collectList();
    }

    /** Puts back what nobody changed since; a second time changes nothing. */
    public Mono<BulkJob> undo(Scope scope, String id, Map<String, List<String>> with) {
        return find(scope, id)
                .flatMap(_ -> parts.jobs().step(id, present -> undone(present, with)))
                .flatMap(this::driven);
    }

    private BulkJob undone(BulkJob job, Map<String, List<String>> with) {
        return switch (job.state()) {
            case UNDOING, UNDONE -> job;
            case RUNNING -> throw new BulkProblem.Running();
            case DONE -> {
                if (clock.now().isAfter(job.undoUntil())) {
                    throw new BulkProblem.TooLate(BulkJob.UNDOABLE.toDays());
                }
                yield job.undone(with);
            }
        };
    }

    /** In their order. */
    public Flux<BulkRow> rows(BulkJob job, int from) {
        int first = from / BulkChunk.ROWS;
        return Flux.range(first, Math.max(0, job.course().chunks() - first))
                .concatMap(
                        number -> parts.chunks().find(BulkChunk.id(job.course().ticket(), number)))
                .concatMapIterable(BulkChunk::rows)
                .skip(from % BulkChunk.ROWS);
    }
}
