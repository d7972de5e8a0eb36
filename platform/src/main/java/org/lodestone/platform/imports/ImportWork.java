package org.lodestone.platform.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.imports.ImportProcess.Counts;
import org.lodestone.platform.imports.ImportProcess.Course;
import org.lodestone.platform.imports.ImportProcess.State;
import org.lodestone.platform.imports.ImportTarget.Applied;
import org.lodestone.platform.imports.ImportTarget.Effect;
import org.lodestone.platform.imports.ImportTarget.Task;
import org.lodestone.platform.imports.ImportTarget.Undone;
import org.lodestone.platform.imports.ImportTarget.Verdict;
import org.lodestone.platform.imports.ImportTarget.Written;
import org.lodestone.platform.table.Cell;
import org.lodestone.platform.table.TableReader;
import org.lodestone.platform.table.TableRow;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The steps of an import: each batch is written, noted on its rows, then on the process. After a kill the batch is done again. */
final class ImportWork {

    private static final int AT_ONCE = 16;

    private final ImportTarget target;
    private final ImportParts parts;
    private final int batch;
    private final @Nullable ImportWatch watch;

    ImportWork(ImportTarget target, ImportParts parts, int batch, @Nullable ImportWatch watch) {
        this.target = target;
        this.parts = parts;
        this.batch = batch;
        this.watch = watch;
    }

    /** Notes how far the work is; what it is given is the present process, or the note is refused. */
    interface Notes {

        Mono<ImportProcess> note(ImportProcess of, UnaryOperator<ImportProcess> next);
    }

    /** One step; of a preview, all of it. */
    Mono<ImportProcess> step(ImportProcess of, Notes notes) {
        return switch (of.state()) {
            case PREVIEWING -> preview(of, notes);
            case RUNNING -> run(of, notes);
            case UNDOING -> undo(of, notes);
            case PREVIEWED, DONE, FAILED, UNDONE -> Mono.just(of);
        };
    }

    private Mono<ImportProcess> preview(ImportProcess of, Notes notes) {
        ImportTarget.Preview preview = target.preview(of);
        Mono<ImportProcess> begun = notes.note(
                of,
                now -> now.with(Counts.NONE)
                        .with(new Course(
                                0,
                                0,
                                false,
                                now.course().failures(),
                                now.course().holder(),
                                now.course().until())));
        return begun.flatMap(start -> forgotten(start)
                .then(parts.files().fetch(of.id()))
                .flatMapMany(this::rows)
                .filter(row -> start.source().reads(row))
                .buffer(batch)
                .concatMap(rows -> judge(start, rows, preview, notes), 1)
                .then(notes.note(of, now -> now.enter(State.PREVIEWED, now.course()))));
    }

    /** Rows that were left out since an earlier preview. */
    private Mono<Void> forgotten(ImportProcess of) {
        return of.source().isPart() ? parts.rows().forget(of.id()) : Mono.empty();
    }

    private Flux<TableRow> rows(Path file) {
        return Flux.using(
                        () -> parts.open(file),
                        reader -> Flux.fromIterable(() -> reader.rows()),
                        (TableReader reader) -> {
                            reader.close();
                            ImportFiles.delete(file);
                        })
                // Reading blocks: what asks for more does so on these threads.
                .subscribeOn(Schedulers.boundedElastic(), true);
    }

    private Mono<ImportProcess> judge(
            ImportProcess of, List<TableRow> rows, ImportTarget.Preview preview, Notes notes) {
        List<StoredRow> kept = rows.stream().map(row -> unjudged(of, row)).toList();
        List<ImportRow> understood =
                kept.stream().map(row -> row.understood(of.columns())).toList();
        return preview.judge(understood)
                .flatMap(verdicts -> parts.rows()
                        .put(judged(kept, verdicts))
                        .then(notes.note(
                                of,
                                now -> now.with(counted(now.counts(), verdicts))
                                        .with(now.course().at(kept.getLast().row(), kept.size())))));
    }

    private static StoredRow unjudged(ImportProcess of, TableRow row) {
        int number = ImportSheet.number(row.table(), row.number());
        return new StoredRow(
                StoredRow.id(of.id(), number),
                number,
                row.cells().stream().map(Cell::text).toList(),
                row.cells().stream().map(ImportCells::flaw).toList(),
                ImportOutcome.CREATE,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static List<StoredRow> judged(List<StoredRow> rows, List<Verdict> verdicts) {
        List<StoredRow> judged = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            judged.add(rows.get(i)
                    .judged(verdicts.get(i).outcome(), verdicts.get(i).reasons()));
        }
        return judged;
    }

    private static Counts counted(Counts before, List<Verdict> verdicts) {
        Counts counts = before;
        for (Verdict verdict : verdicts) {
            counts = counts.and(verdict.outcome());
        }
        return counts;
    }

    private Mono<ImportProcess> run(ImportProcess of, Notes notes) {
        return next(of).flatMap(rows -> rows.isEmpty()
                ? notes.note(of, now -> now.enter(State.DONE, now.course()))
                : write(of, tasks(of, rows))
                        .flatMap(applied -> parts.rows()
                                .results(of.id(), applied)
                                .then(notes.note(
                                        of,
                                        now -> now.with(now.counts().and(applied))
                                                .with(now.course()
                                                        .at(rows.getLast().row(), rows.size()))))));
    }

    private Mono<List<Applied>> write(ImportProcess of, List<StoredRow> rows) {
        List<ImportRow> unprepared = rows.stream()
                .filter(row -> row.trail() == null)
                .map(row -> row.understood(of.columns()))
                .toList();
        return target.prepare(of, unprepared)
                .flatMap(trails -> parts.rows().trails(of.id(), trails).thenReturn(trails))
                .flatMapMany(trails -> target.apply(
                        of, rows.stream().map(row -> task(of, row, trails)).toList()))
                .doOnNext(applied -> told(of, applied))
                .collectList();
    }

    private static Task task(ImportProcess of, StoredRow row, Map<Integer, String> trails) {
        String trail = row.trail() == null ? trails.get(row.row()) : row.trail();
        return new Task(row.understood(of.columns()), trail);
    }

    private void told(ImportProcess of, Applied applied) {
        if (watch != null) {
            watch.wrote(of.id(), applied.row());
        }
    }

    /** What a batch before the kill noted on its rows is not written again. */
    private static List<StoredRow> tasks(ImportProcess of, List<StoredRow> rows) {
        return rows.stream()
                .filter(row -> row.isTaken(of.course().createDuplicates()))
                .toList();
    }

    private Mono<ImportProcess> undo(ImportProcess of, Notes notes) {
        return next(of).flatMap(rows -> rows.isEmpty()
                ? notes.note(of, now -> now.enter(State.UNDONE, now.course()))
                : Flux.fromIterable(written(rows))
                        .flatMapSequential(row -> target.undo(of, row), AT_ONCE)
                        .collectList()
                        .flatMap(undone -> parts.rows()
                                .undone(of.id(), undone)
                                .then(notes.note(
                                        of,
                                        now -> now.with(now.counts().andUndone(undone))
                                                .with(now.course()
                                                        .at(rows.getLast().row(), rows.size()))))));
    }

    private static List<Written> written(List<StoredRow> rows) {
        List<Written> written = new ArrayList<>();
        for (StoredRow row : rows) {
            StoredRow.Result result = row.result();
            if (result != null && result.id() != null && result.version() != null && isWrite(result.effect())) {
                written.add(new Written(row.row(), result.effect(), result.id(), result.version(), row.trail()));
            }
        }
        return written;
    }

    private static boolean isWrite(Effect effect) {
        return switch (effect) {
            case CREATED, UPDATED -> true;
            case SKIPPED, FAILED -> false;
        };
    }

    private Mono<List<StoredRow>> next(ImportProcess of) {
        return parts.rows().after(of.id(), of.course().position(), batch).collectList();
    }

    /** A count of what was written, by effect. */
    static Map<Effect, Integer> effects(List<Applied> applied) {
        Map<Effect, Integer> effects = new HashMap<>();
        applied.forEach(one -> effects.merge(one.effect(), 1, Integer::sum));
        return effects;
    }

    static long takenBack(List<Undone> undone) {
        return undone.stream().filter(one -> one.because() == null).count();
    }
}
