package org.lodestone.platform.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.table.TableRow;

/**
 * The file of an import, and what of it is read.
 *
 * @param rows that are read, header not counted
 * @param tables of a workbook with several, in their order; absent where there is one
 * @param hidden absent where no row is
 */
public record ImportSource(
        String fileName,
        String sha256,
        long bytes,
        int rows,
        Instant at,
        @Nullable List<ImportSheet> tables,
        @Nullable Hidden hidden) {

    /**
     * Rows that nobody sees in a spreadsheet program: hidden by hand or by a filter.
     *
     * @param rows how many, on all sheets together
     * @param read as a spreadsheet program sums them up, too; false once somebody left them out
     */
    public record Hidden(int rows, boolean read) {}

    boolean reads(TableRow row) {
        boolean seen = hidden == null || hidden.read() || !row.hidden();
        return seen
                && (tables == null ? row.table() == 0 : tables.get(row.table()).read());
    }

    /** Whether something of it is left out. */
    boolean isPart() {
        return !readsHidden() || (tables != null && tables.stream().anyMatch(sheet -> !sheet.read()));
    }

    boolean readsHidden() {
        return hidden == null || hidden.read();
    }

    /**
     * @param sheets the ones to read; absent where that stays as it is, as with {@code hiddenToo}
     */
    ImportSource reading(@Nullable List<String> sheets, @Nullable Boolean hiddenToo) {
        List<ImportSheet> next = tables == null || sheets == null
                ? tables
                : tables.stream()
                        .map(sheet -> sheet.reading(sheets.contains(sheet.name())))
                        .toList();
        Hidden unseen = hidden == null || hiddenToo == null ? hidden : new Hidden(hidden.rows(), hiddenToo);
        return new ImportSource(fileName, sha256, bytes, rows(next, unseen), at, next, unseen);
    }

    private int rows(@Nullable List<ImportSheet> sheets, @Nullable Hidden unseen) {
        boolean all = unseen == null || unseen.read();
        return sheets == null
                ? rows + leftOut(hidden) - leftOut(unseen)
                : sheets.stream()
                        .filter(ImportSheet::read)
                        .mapToInt(sheet -> all ? sheet.rows() : sheet.seen())
                        .sum();
    }

    private static int leftOut(@Nullable Hidden rows) {
        return rows == null || rows.read() ? 0 : rows.rows();
    }
}
