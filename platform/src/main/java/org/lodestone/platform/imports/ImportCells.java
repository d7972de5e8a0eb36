package org.lodestone.platform.imports;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.platform.table.Cell;

/** Cells as they are kept: the text a person sees. */
final class ImportCells {

    private ImportCells() {}

    static String flaw(Cell cell) {
        return cell.flaw() == null ? "" : cell.flaw().code();
    }

    static ImportRow row(int number, List<ImportColumn> columns, List<String> cells, List<String> flaws) {
        List<ImportRow.Value> values = new ArrayList<>();
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            String field = columns.get(i).field();
            boolean empty = cells.get(i).isEmpty() && flaws.get(i).isEmpty();
            if (field != null && !empty) {
                values.add(new ImportRow.Value(field, columns.get(i).header(), cells.get(i), flaws.get(i)));
            }
        }
        return new ImportRow(number, values);
    }
}
