package org.lodestone.platform.imports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of an import and what becomes of it; its id is the import's and the row's number, so no row is there twice.
 *
 * @param row its number in the file: {@link ImportProcess#place} says where that is
 * @param cells one for each column of the file
 * @param flaws by the cells' order, empty where the value can be trusted
 * @param decision of a person about a duplicate: CREATE or SKIP
 * @param result what was written
 * @param kept why undoing left it; present once undoing came by, empty when it was taken back
 */
public record StoredRow(
        String id,
        int row,
        List<String> cells,
        List<String> flaws,
        ImportOutcome outcome,
        List<ImportReason> reasons,
        @Nullable String decision,
        @Nullable String trail,
        @Nullable Result result,
        @Nullable String kept) {

    static final String CREATE = "CREATE";
    static final String SKIP = "SKIP";

    public record Result(
            ImportTarget.Effect effect,
            @Nullable String id,
            @Nullable Long version,
            List<ImportReason> reasons) {}

    /** In the order of the rows: seven digits are more than a sheet may have, and letters come after digits. */
    static String id(String importId, int number) {
        int sheet = ImportSheet.sheetOf(number);
        return sheet == 0
                ? String.format(Locale.ROOT, "%s:%07d", importId, number)
                : String.format(Locale.ROOT, "%s:s%02d-%07d", importId, sheet, ImportSheet.rowOf(number));
    }

    boolean isTaken(boolean createDuplicates) {
        return switch (outcome) {
            case CREATE, UPDATE -> true;
            case REFUSE, PASS_OVER -> false;
            case DUPLICATE -> decision == null ? createDuplicates : decision.equals(CREATE);
        };
    }

    StoredRow judged(ImportOutcome verdict, List<ImportReason> because) {
        return new StoredRow(id, row, cells, flaws, verdict, because, decision, trail, result, kept);
    }

    ImportRow understood(List<ImportColumn> columns) {
        return ImportCells.row(row, columns, cells, flaws);
    }
}
