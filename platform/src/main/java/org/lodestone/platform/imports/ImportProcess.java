package org.lodestone.platform.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.imports.ImportTarget.Applied;
import org.lodestone.platform.imports.ImportTarget.Effect;
import org.lodestone.platform.imports.ImportTarget.Undone;
import org.lodestone.platform.process.Process;

/**
 * One file on its way in.
 *
 * @param defaults what stands for an empty cell or a missing column of a new row, as whoever imports chose it
 * @param failure a code, when the state is FAILED
 */
public record ImportProcess(
        String id,
        long version,
        ImportOwner owner,
        String zone,
        ImportSource source,
        State state,
        List<ImportColumn> columns,
        @Nullable List<Otherwise> defaults,
        Counts counts,
        Course course,
        @Nullable String failure)
        implements Process {

    /** Not as a map: names of fields have dots in them, which no key may have. */
    public record Otherwise(String field, String value) {}

    /** Undone is what could be taken back; what was touched since is kept and said. */
    public enum State {
        PREVIEWING,
        PREVIEWED,
        RUNNING,
        DONE,
        FAILED,
        UNDOING,
        UNDONE
    }

    /**
     * A row as its reader finds it.
     *
     * @param sheet absent where the file has one table
     * @param row as the spreadsheet program counts there
     */
    public record Place(@Nullable String sheet, int row) {}

    /**
     * What the preview says; and what came of it.
     *
     * @param passOver absent in imports of a time before such rows were told apart from refused ones
     */
    public record Counts(
            int create,
            int update,
            int refuse,
            int duplicate,
            @Nullable Integer passOver,
            int created,
            int updated,
            int skipped,
            int failed,
            int undone,
            int kept) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Counts and(ImportOutcome outcome) {
            return new Counts(
                    create + (outcome == ImportOutcome.CREATE ? 1 : 0),
                    update + (outcome == ImportOutcome.UPDATE ? 1 : 0),
                    refuse + (outcome == ImportOutcome.REFUSE ? 1 : 0),
                    duplicate + (outcome == ImportOutcome.DUPLICATE ? 1 : 0),
                    passedOver() + (outcome == ImportOutcome.PASS_OVER ? 1 : 0),
                    created,
                    updated,
                    skipped,
                    failed,
                    undone,
                    kept);
        }

        private int passedOver() {
            return passOver == null ? 0 : passOver;
        }

        Counts and(List<Applied> applied) {
            Map<Effect, Integer> effects = ImportWork.effects(applied);
            return new Counts(
                    create,
                    update,
                    refuse,
                    duplicate,
                    passOver,
                    created + effects.getOrDefault(Effect.CREATED, 0),
                    updated + effects.getOrDefault(Effect.UPDATED, 0),
                    skipped + effects.getOrDefault(Effect.SKIPPED, 0),
                    failed + effects.getOrDefault(Effect.FAILED, 0),
                    undone,
                    kept);
        }

        Counts andUndone(List<Undone> rows) {
            int back = (int) ImportWork.takenBack(rows);
            return new Counts(
                    create,
                    update,
                    refuse,
                    duplicate,
                    passOver,
                    created,
                    updated,
                    skipped,
                    failed,
                    undone + back,
                    kept + rows.size() - back);
        }
    }

    /**
     * Where the work is.
     *
     * @param position the last row that is behind it
     * @param done rows behind it
     * @param createDuplicates whether duplicates nobody decided on are created
     * @param failures in a row
     */
    public record Course(
            int position,
            int done,
            boolean createDuplicates,
            int failures,
            @Nullable String holder,
            @Nullable Instant until) {

        static final Course BEGIN = new Course(0, 0, false, 0, null, null);

        Course heldBy(String instance, Instant end) {
            return new Course(position, done, createDuplicates, failures, instance, end);
        }

        Course free() {
            return new Course(position, done, createDuplicates, failures, null, null);
        }

        Course at(int row, int more) {
            return new Course(row, done + more, createDuplicates, 0, holder, until);
        }

        Course failedOnce() {
            return new Course(position, done, createDuplicates, failures + 1, null, null);
        }

        boolean isFree(Instant now) {
            return holder == null || until == null || until.isBefore(now);
        }
    }

    @Override
    public boolean finished() {
        return switch (state) {
            case PREVIEWING, RUNNING, UNDOING -> false;
            case PREVIEWED, DONE, FAILED, UNDONE -> true;
        };
    }

    ImportProcess enter(State next, Course begin) {
        return new ImportProcess(id, version, owner, zone, source, next, columns, defaults, counts, begin, null);
    }

    ImportProcess with(Course next) {
        return new ImportProcess(id, version, owner, zone, source, state, columns, defaults, counts, next, failure);
    }

    ImportProcess with(Counts next) {
        return new ImportProcess(id, version, owner, zone, source, state, columns, defaults, next, course, failure);
    }

    ImportProcess with(List<ImportColumn> next, List<Otherwise> otherwise) {
        return new ImportProcess(id, version, owner, zone, source, state, next, otherwise, counts, course, failure);
    }

    /** Where the row with this number stands. */
    public Place place(int number) {
        List<ImportSheet> sheets = source.tables();
        String sheet =
                sheets == null ? null : sheets.get(ImportSheet.sheetOf(number)).name();
        return new Place(sheet, ImportSheet.rowOf(number));
    }

    /** The number of a row; empty for a place that the file does not have. */
    Optional<Integer> number(Place place) {
        List<ImportSheet> sheets = source.tables();
        if (!ImportSheet.isRow(place.row()) || (sheets == null) != (place.sheet() == null)) {
            return Optional.empty();
        }
        return sheets == null
                ? Optional.of(place.row())
                : IntStream.range(0, sheets.size())
                        .filter(at -> sheets.get(at).name().equals(place.sheet()))
                        .mapToObj(at -> ImportSheet.number(at, place.row()))
                        .findFirst();
    }

    ImportProcess reading(ImportSource next) {
        return new ImportProcess(id, version, owner, zone, next, state, columns, defaults, counts, course, failure);
    }

    /** What stands for a cell of this field that says nothing; empty when nobody chose anything. */
    public Optional<String> otherwise(String field) {
        return otherwise().stream()
                .filter(one -> one.field().equals(field))
                .map(Otherwise::value)
                .findFirst();
    }

    public List<Otherwise> otherwise() {
        return defaults == null ? List.of() : defaults;
    }

    /** Whether the file has it at all. */
    public boolean hasColumn(String field) {
        return columns.stream().anyMatch(column -> field.equals(column.field()));
    }

    ImportProcess failed(String code) {
        return new ImportProcess(
                id, version, owner, zone, source, State.FAILED, columns, defaults, counts, course, code);
    }
}
