package org.lodestone.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Texts are written into their cells, not into the shared table that would have to be held until the end. */
final class XlsxWriter implements WorkbookWriter {

    private static final int FLUSHED_ROWS = 200;
    private static final int WIDEST = 60;
    private static final String HEADER_FILL = "DDE6F0";

    private final Workbook workbook;
    private Worksheet sheet;
    private int row;

    XlsxWriter(OutputStream out, String name) {
        this.workbook = new Workbook(new Unclosed(out), "Lodestone", null);
        this.sheet = workbook.newWorksheet(name);
    }

    @Override
    public void header(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.inlineString(0, i, columns.get(i).title());
            sheet.width(i, Math.min(WIDEST, columns.get(i).width() + 2));
        }
        if (!columns.isEmpty()) {
            sheet.range(0, 0, 0, columns.size() - 1)
                    .style()
                    .bold()
                    .fillColor(HEADER_FILL)
                    .wrapText(true)
                    .set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    @Override
    public void row(List<? extends @Nullable Object> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            write(i, values.get(i));
        }
        if (++row % FLUSHED_ROWS == 0) {
            sheet.flush();
        }
    }

    private void write(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> sheet.value(row, column, number);
            case Number number -> sheet.value(row, column, number);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Object other -> text(column, cut(other.toString()));
        }
    }

    /** As a text cell nothing runs; as text format it does not begin to when somebody edits it, and codes keep their digits. */
    private void text(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        sheet.inlineString(row, column, text);
        if (FormulaSafe.isRisky(text) || Character.isDigit(text.charAt(0))) {
            sheet.style(row, column).format("@").set();
        }
    }

    private static String cut(String text) {
        return text.length() <= TableLimits.CELL_CHARACTERS ? text : text.substring(0, TableLimits.CELL_CHARACTERS);
    }

    @Override
    public void sheet(String name) throws IOException {
        sheet.finish();
        sheet = workbook.newWorksheet(name);
        row = 0;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    /** The library would close what is not ours to close. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
