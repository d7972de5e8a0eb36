package org.lodestone.platform.imports;

import static com.mongodb.client.model.Filters.eq;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.imports.ImportProcess.Counts;
import org.lodestone.platform.imports.ImportProcess.Course;
import org.lodestone.platform.imports.ImportProcess.State;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.table.UnreadableTable;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
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

    /**
     * Looks at the file, keeps it, and previews it: within the patience of a request, or after it. The same id again is the same import.
     *
     * @throws Problem for a file that cannot be taken
     */
    public Mono<ImportProcess> receive(Scope scope, Upload upload) {
        Rights.require(scope, Right.IMPORT);
        ImportOwner owner = ImportOwner.of(scope);
        return Mono.fromCallable(() -> ImportContent.of(upload.file(), parts))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(UnreadableTable.class, UnreadableTable::problem)
                .flatMap(content -> understood(owner, content)
                        .flatMap(saved -> parts.files()
                                .keep(upload.id(), upload.file())
                                .then(parts.processes().begin(begun(owner, upload, content, saved)))
                                .map(process -> same(process, content))))
                .flatMap(process -> worked(process.id()));
    }

    /** What the columns mean, what stands for cells that say nothing, and what of the file is read. */
    private record Meaning(
            List<ImportColumn> columns, List<ImportProcess.Otherwise> defaults, UnaryOperator<ImportSource> reading) {}

    private Mono<Meaning> understood(ImportOwner owner, ImportContent content) {
        List<ImportColumn> header = content.columns();
        return parts.columns()
                .find(parts.target().kind(), owner.subject(), content.headings())
                .map(saved -> new Meaning(
                        IntStream.range(0, header.size())
                                .mapToObj(at -> header.get(at)
                                        .meaning(saved.fields().get(at).orElse(null)))
                                .toList(),
                        saved.defaults(),
                        saved::of))
                .switchIfEmpty(Mono.fromSupplier(() -> new Meaning(matched(header), List.of(), all -> all)))
                .doOnNext(meaning -> {
                    if (meaning.columns().stream().allMatch(column -> column.field() == null)) {
                        throw new ImportProblem.NoColumns();
                    }
                });
    }

    /** By the headings; of two columns with one meaning the first counts. */
    private List<ImportColumn> matched(List<ImportColumn> header) {
        List<ImportColumn> columns = new ArrayList<>();
        for (ImportColumn column : header) {
            ImportColumn known =
                    column.meaning(parts.target().field(column.header()).orElse(null));
            columns.add(columns.stream().anyMatch(known::clashesWith) ? column : known);
        }
        return columns;
    }

    private static ImportProcess begun(ImportOwner owner, Upload upload, ImportContent content, Meaning meaning) {
        return new ImportProcess(
                upload.id(),
                0,
                owner,
                upload.zone(),
                meaning.reading().apply(content.source(upload.fileName())),
                State.PREVIEWING,
                meaning.columns(),
                meaning.defaults(),
                Counts.NONE,
                Course.BEGIN,
                null);
    }

    private static ImportProcess same(ImportProcess process, ImportContent content) {
        if (!process.source().sha256().equals(content.print().sha256())) {
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

    /**
     * What whoever imports says of a file.
     *
     * @param sheets the ones to read; absent where that stays as it is
     * @param hidden whether hidden rows are read; absent where that stays as it is
     */
    public record Correction(
            List<ImportColumn> columns,
            List<ImportProcess.Otherwise> defaults,
            @Nullable List<String> sheets,
            @Nullable Boolean hidden) {}

    /** Previewed again as it was corrected, which is remembered for the next file with the same headings. */
    public Mono<ImportProcess> correct(Scope scope, String id, Correction by) {
        return find(scope, id)
                .doOnNext(process -> ImportCheck.check(process, by, parts.target()))
                .flatMap(process -> step(id, State.PREVIEWED, present -> corrected(present, by)))
                .flatMap(process -> parts.columns().save(parts.target().kind(), process))
                .then(Mono.defer(() -> worked(id)));
    }

    private static ImportProcess corrected(ImportProcess present, Correction by) {
        ImportProcess reading = present.reading(present.source().reading(by.sheets(), by.hidden()));
        return reading.with(ImportCheck.placed(present, by.columns()), by.defaults())
                .enter(State.PREVIEWING, Course.BEGIN);
    }

    /** What to do with one row that seems a duplicate: import it anyway, or not. */
    public Mono<StoredRow> decide(ImportProcess of, ImportProcess.Place place, boolean create) {
        require(of, State.PREVIEWED);
        if (of.source().tables() != null && place.sheet() == null) {
            throw Problem.invalid(FieldProblem.of("sheet", "required"));
        }
        return Mono.justOrEmpty(of.number(place))
                .flatMap(row -> parts.rows().decide(of.id(), row, create ? StoredRow.CREATE : StoredRow.SKIP))
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

    /** @param after the number of the last one that is known */
    public Flux<StoredRow> rows(ImportProcess of, @Nullable ImportOutcome outcome, int after, int limit) {
        return parts.rows().page(of.id(), outcome, after, limit);
    }

    /** All that cannot be imported, in the order of the file. */
    public Flux<StoredRow> refused(ImportProcess of) {
        return parts.rows().all(of.id(), ImportOutcome.REFUSE);
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
