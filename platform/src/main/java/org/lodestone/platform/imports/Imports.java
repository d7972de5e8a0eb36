package org.lodestone.platform.imports;

import static com.mongodb.client.model.Filters.eq;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.imports.ImportProcess.Counts;
import org.lodestone.platform.imports.ImportProcess.Course;
import org.lodestone.platform.imports.ImportProcess.Source;
import org.lodestone.platform.imports.ImportProcess.State;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.table.TableReader;
import org.lodestone.platform.table.TableRow;
import org.lodestone.platform.table.UnreadableTable;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.lodestone.platform.web.ValidationProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Imports as their owners see them; another person's are not there. */
public final class Imports {

    /** Of one file. */
    public static final long MOST_BYTES = ImportParts.MOST_BYTES;

    /** What one answer lists. */
    private static final int LISTED = 100;

    private static final Duration LOOK = Duration.ofMillis(50);

    private final ImportParts parts;
    private final ImportRunner runner;
    private final ImportProperties properties;

    Imports(ImportParts parts, ImportRunner runner, ImportProperties properties) {
        this.parts = parts;
        this.runner = runner;
        this.properties = properties;
    }

    /** A file that came in. */
    public record Upload(String id, String zone, String fileName, Path file) {}

    private record Content(List<String> header, int rows, String sha256, long bytes, List<String> sheets) {}

    /**
     * Looks at the file, keeps it, and previews it: within the patience of a request, or after it. The same id again is the same import.
     *
     * @throws Problem for a file that cannot be taken
     */
    public Mono<ImportProcess> receive(Scope scope, Upload upload) {
        Rights.require(scope, Right.IMPORT);
        ImportOwner owner = ImportOwner.of(scope);
        return Mono.fromCallable(() -> look(upload.file()))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(UnreadableTable.class, UnreadableTable::problem)
                .flatMap(content -> columns(owner, content.header())
                        .flatMap(columns -> parts.files()
                                .keep(upload.id(), upload.file())
                                .then(parts.processes().begin(begun(owner, upload, content, columns)))
                                .map(process -> same(process, content))))
                .flatMap(process -> worked(process.id()));
    }

    private Content look(Path file) throws IOException {
        try (TableReader reader = parts.open(file)) {
            int rows = 0;
            for (Iterator<TableRow> all = reader.rows(); all.hasNext(); all.next()) {
                rows++;
            }
            if (rows == 0) {
                throw new ImportProblem.NoRows();
            }
            return new Content(reader.header(), rows, Digests.sha256(file), Files.size(file), sheets(reader.origin()));
        }
    }

    /** None where nothing was left out. */
    private static List<String> sheets(TableReader.Origin origin) {
        return origin.sheet() == null || origin.otherSheets().isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(origin.sheet()), origin.otherSheets().stream())
                        .toList();
    }

    private Mono<List<ImportColumn>> columns(ImportOwner owner, List<String> header) {
        return parts.columns()
                .find(parts.target().kind(), owner.subject(), header)
                .switchIfEmpty(Mono.fromSupplier(() -> matched(header)))
                .map(columns -> {
                    if (columns.stream().allMatch(column -> column.field() == null)) {
                        throw new ImportProblem.NoColumns();
                    }
                    return columns;
                });
    }

    /** By the headings; of two columns with one meaning the first counts. */
    private List<ImportColumn> matched(List<String> header) {
        Set<String> taken = new HashSet<>();
        List<ImportColumn> columns = new ArrayList<>();
        for (String heading : header) {
            String field = parts.target().field(heading).filter(taken::add).orElse(null);
            columns.add(new ImportColumn(heading, field));
        }
        return columns;
    }

    private static ImportProcess begun(ImportOwner owner, Upload upload, Content content, List<ImportColumn> columns) {
        Source source = new Source(
                upload.fileName(), content.sha256(), content.bytes(), content.rows(), Instant.now(), content.sheets());
        return new ImportProcess(
                upload.id(),
                0,
                owner,
                upload.zone(),
                source,
                State.PREVIEWING,
                columns,
                null,
                Counts.NONE,
                Course.BEGIN,
                null);
    }

    private static ImportProcess same(ImportProcess process, Content content) {
        if (!process.source().sha256().equals(content.sha256())) {
            throw Problem.idempotencyKeyReused();
        }
        return process;
    }

    /** 404 for another person's, and for a zone that is no longer theirs. */
    public Mono<ImportProcess> find(Scope scope, String id) {
        Rights.require(scope, Right.IMPORT);
        return parts.processes()
                .find(id)
                .filter(process -> isOf(scope, process))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private static boolean isOf(Scope scope, ImportProcess process) {
        return process.owner().subject().equals(scope.subject()) && scope.covers(process.zone(), null);
    }

    /** One's own, newest first. */
    public Mono<List<ImportProcess>> mine(Scope scope) {
        Rights.require(scope, Right.IMPORT);
        return parts.processes()
                .list(eq("owner.subject", scope.subject()))
                .filter(process -> isOf(scope, process))
                .sort(Comparator.comparing(
                                (ImportProcess process) -> process.source().at())
                        .reversed())
                .take(LISTED)
                .collectList();
    }

    /** Previewed again with these columns, which are remembered for the next file with the same headings, and with these defaults. */
    public Mono<ImportProcess> correct(
            Scope scope, String id, List<ImportColumn> columns, List<ImportProcess.Otherwise> defaults) {
        return find(scope, id)
                .doOnNext(process -> check(process, columns))
                .flatMap(process -> step(
                                id,
                                State.PREVIEWED,
                                present -> present.with(columns, defaults).enter(State.PREVIEWING, Course.BEGIN))
                        .then(parts.columns().save(parts.target().kind(), scope.subject(), columns)))
                .then(Mono.defer(() -> worked(id)));
    }

    private void check(ImportProcess process, List<ImportColumn> columns) {
        List<FieldProblem> problems = new ArrayList<>();
        List<String> header =
                process.columns().stream().map(ImportColumn::header).toList();
        if (!header.equals(columns.stream().map(ImportColumn::header).toList())) {
            problems.add(FieldProblem.of("columns", "other-headings"));
        }
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String field = columns.get(i).field();
            if (field != null && !parts.target().fields().contains(field)) {
                problems.add(FieldProblem.of("columns[" + i + "].field", "unknown-column"));
            } else if (field != null && !taken.add(field)) {
                problems.add(FieldProblem.of("columns[" + i + "].field", "column-twice"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
    }

    /** What to do with one row that seems a duplicate: import it anyway, or not. */
    public Mono<StoredRow> decide(Scope scope, String id, int row, boolean create) {
        return find(scope, id)
                .doOnNext(process -> require(process, State.PREVIEWED))
                .flatMap(_ -> parts.rows().decide(id, row, create ? StoredRow.CREATE : StoredRow.SKIP))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Sets it going; a second time changes nothing. */
    public Mono<ImportProcess> run(Scope scope, String id, boolean createDuplicates) {
        return find(scope, id)
                .flatMap(process -> isUnderWay(process)
                        ? Mono.just(process)
                        : step(
                                id,
                                State.PREVIEWED,
                                present -> present.enter(
                                        State.RUNNING, new Course(0, 0, createDuplicates, 0, null, null))))
                .doOnNext(_ -> runner.begin(id));
    }

    private static boolean isUnderWay(ImportProcess process) {
        return process.state() == State.RUNNING || process.state() == State.DONE;
    }

    /** Takes back what nobody touched since; a second time changes nothing. */
    public Mono<ImportProcess> undo(Scope scope, String id) {
        return find(scope, id)
                .flatMap(process -> switch (process.state()) {
                    case UNDOING, UNDONE -> Mono.just(process);
                    case DONE, FAILED ->
                        step(id, process.state(), present -> present.enter(State.UNDOING, Course.BEGIN));
                    case PREVIEWING, PREVIEWED, RUNNING ->
                        Mono.<ImportProcess>error(new ImportProblem.NotNow(process.state()));
                })
                .then(Mono.defer(() -> worked(id)));
    }

    public Flux<StoredRow> rows(Scope scope, String id, @Nullable ImportOutcome outcome, int after, int limit) {
        return find(scope, id).flatMapMany(_ -> parts.rows().page(id, outcome, after, limit));
    }

    /** All that cannot be imported, in the order of the file. */
    public Flux<StoredRow> refused(Scope scope, String id) {
        return find(scope, id).flatMapMany(_ -> parts.rows().all(id, ImportOutcome.REFUSE));
    }

    /** What undoing left as it was. */
    public Flux<StoredRow> kept(ImportProcess of) {
        return parts.rows().kept(of.id(), LISTED * 10);
    }

    /** As far as it came within the patience of a request, whoever does the work: a look at what is unfinished may have been faster. */
    private Mono<ImportProcess> worked(String id) {
        return runner.begin(id)
                .then(parts.processes()
                        .find(id)
                        .filter(ImportProcess::finished)
                        .repeatWhenEmpty(looks -> looks.delayElements(LOOK)))
                .timeout(
                        properties.patience(),
                        Mono.defer(() -> parts.processes().find(id)));
    }

    private Mono<ImportProcess> step(String id, State from, UnaryOperator<ImportProcess> next) {
        return parts.processes().step(id, present -> {
            require(present, from);
            return next.apply(present);
        });
    }

    private static void require(ImportProcess process, State state) {
        if (process.state() != state) {
            throw new ImportProblem.NotNow(process.state());
        }
    }
}
