package org.lodestone.platform.bulk;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.bulk.BulkView.Result;
import org.lodestone.platform.bulk.BulkView.Undo;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Mono;

/** Shows a job with the results of its rows. */
public final class BulkReader {

    private final BulkJobs jobs;
    private final BulkRefusals refusals;

    BulkReader(BulkJobs jobs, BulkRefusals refusals) {
        this.jobs = jobs;
        this.refusals = refusals;
    }

    /**
     * @param trouble only the rows that were refused, or kept when it was undone
     * @param cursor {@link BulkView#next} of the page before
     */
    public record Asked(
            boolean trouble,
            @Nullable String cursor,
            @Nullable Integer limit,
            Locale locale) {

        int from() {
            if (cursor != null && !cursor.matches("\\d{1,6}")) {
                throw Problem.invalid(FieldProblem.of("cursor", "cursor"));
            }
            return cursor == null ? 0 : Integer.parseInt(cursor);
        }
    }

    public BulkView listed(BulkJob job) {
        return BulkView.of(job, null, null);
    }

    public Mono<BulkView> view(BulkJob job, Asked asked) {
        int limit = Page.limit(asked.limit() == null ? Page.MAX_LIMIT : asked.limit());
        return jobs.rows(job, asked.from())
                .index((place, row) -> new Placed(asked.from() + place.intValue(), row))
                .filter(placed -> placed.row().act() != null && placed.row().isFinished(false))
                .filter(placed -> !asked.trouble() || isTrouble(placed.row()))
                .take(limit + 1L)
                .collectList()
                .map(found -> page(job, found, limit, asked.locale()));
    }

    private record Placed(int place, BulkRow row) {}

    private BulkView page(BulkJob job, List<Placed> found, int limit, Locale locale) {
        boolean more = found.size() > limit;
        List<Result> shown = found.stream()
                .limit(limit)
                .map(placed -> result(placed.row(), locale))
                .toList();
        return BulkView.of(job, shown, more ? String.valueOf(found.get(limit).place()) : null);
    }

    private static boolean isTrouble(BulkRow row) {
        return row.act() != null && row.act().problem() != null
                || row.undo() != null && row.undo().problem() != null;
    }

    private Result result(BulkRow row, Locale locale) {
        BulkStep act = row.act();
        BulkStep back = row.undo();
        return new Result(
                row.id(),
                row.number(),
                act != null && act.succeeded(),
                act == null ? null : refusals.told(act.problem(), locale),
                back == null || !back.finished()
                        ? null
                        : new Undo(back.succeeded(), refusals.told(back.problem(), locale)));
    }
}
