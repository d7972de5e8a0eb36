package org.lodestone.platform.table;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of all tables of a workbook, one table after the other, and no more of them together than are taken. */
final class JoinedRows implements Iterator<TableRow> {

    private final TableLimits limits;
    private final JoinedHeader header;
    private final Iterator<XlsxSheet> sheets;
    private Iterator<TableRow> rows = Collections.emptyIterator();
    private int taken;

    JoinedRows(TableLimits limits, JoinedHeader header, List<XlsxSheet> sheets) {
        this.limits = limits;
        this.header = header;
        this.sheets = sheets.iterator();
    }

    @Override
    public boolean hasNext() {
        while (!rows.hasNext() && sheets.hasNext()) {
            rows = rows(sheets.next());
        }
        return rows.hasNext();
    }

    private Iterator<TableRow> rows(XlsxSheet sheet) {
        try {
            return sheet.rows(limits);
        } catch (RuntimeException e) {
            throw e instanceof UnreadableTable refused ? refused : new UnreadableTable(e, "broken");
        }
    }

    @Override
    public TableRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (++taken > limits.rows()) {
            throw new UnreadableTable("too-many-rows", limits.rows());
        }
        TableRow row = rows.next();
        return new TableRow(row.table(), row.number(), header.spread(row.table(), row.cells()), row.hidden());
    }
}
