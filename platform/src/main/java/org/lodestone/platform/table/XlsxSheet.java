package org.lodestone.platform.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, read when they are asked for. */
final class XlsxSheet {

    private final SheetTop top;
    private final int number;
    private final SheetCells cells;
    private final MergedCells merged;
    private @Nullable Stream<Row> stream;

    /** @param number of the table in its workbook, from 0 */
    XlsxSheet(SheetTop top, int number, SheetCells cells, List<CellRange> merges) {
        this.top = top;
        this.number = number;
        this.cells = cells;
        this.merged = new MergedCells(merges);
    }

    /** May be asked for once. */
    Iterator<TableRow> rows(TableLimits limits) {
        Iterator<Row> source = open();
        for (int i = 0; i <= top.above(); i++) {
            Row above = source.next();
            if (i < top.above()) {
                merged.filled(above.getRowNum(), List.of());
            }
        }
        return new ContentRows(limits.rows(), top.header(), () -> source.hasNext() ? row(source.next()) : null);
    }

    private Iterator<Row> open() {
        try {
            Stream<Row> rows = top.sheet().openStream();
            stream = rows;
            return rows.iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableRow row(Row row) {
        List<Cell> read = cells.cells(row, top.header().size());
        return new TableRow(number, row.getRowNum(), merged.filled(row.getRowNum(), read), row.isHidden());
    }

    void close() {
        if (stream != null) {
            stream.close();
        }
    }
}
