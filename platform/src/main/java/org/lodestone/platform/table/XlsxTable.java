package org.lodestone.platform.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** The tables of a workbook that the guard has let through, as one. */
final class XlsxTable implements TableReader {

    private final ReadableWorkbook workbook;
    private final List<XlsxSheet> sheets;
    private final TableLimits limits;
    private final JoinedHeader header;
    private final Origin origin;

    private XlsxTable(ReadableWorkbook workbook, List<SheetTop> tops, List<XlsxSheet> sheets, TableLimits limits) {
        this.workbook = workbook;
        this.sheets = sheets;
        this.limits = limits;
        this.header = JoinedHeader.of(tops.stream().map(SheetTop::header).toList());
        if (header.texts().size() > limits.columns()) {
            throw new UnreadableTable("too-many-columns", limits.columns());
        }
        this.origin =
                new Origin("xlsx", tables(tops, header), null, tops.getFirst().headerRow());
    }

    private static List<Table> tables(List<SheetTop> tops, JoinedHeader header) {
        return IntStream.range(0, tops.size())
                .mapToObj(i ->
                        new Table(tops.get(i).sheet().getName(), header.places().get(i)))
                .toList();
    }

    static XlsxTable open(Path file, TableLimits limits, Headers headers) throws IOException {
        WorkbookGuard.Checked checked = WorkbookGuard.check(file, limits);
        ReadableWorkbook workbook = null;
        try {
            // With flaws, not thrown. Asked for formats that are not there, the library gives up.
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(checked.styled(), true));
            SheetCells cells = new SheetCells(workbook.isDate1904());
            List<SheetTop> tops = SheetTop.of(workbook, cells, headers);
            List<XlsxSheet> sheets = new ArrayList<>();
            for (SheetTop top : tops) {
                SheetScan.Found found = SheetParts.of(file, top.sheet().getId(), checked.sheets());
                if (found.rows() > limits.rows() + Headers.SEARCHED_ROWS) {
                    throw new UnreadableTable("too-many-rows", limits.rows());
                }
                sheets.add(new XlsxSheet(top, sheets.size(), cells, found.merges()));
            }
            return new XlsxTable(workbook, tops, sheets, limits);
        } catch (IOException | RuntimeException e) {
            if (workbook != null) {
                workbook.close();
            }
            throw e instanceof UnreadableTable refused ? refused : new UnreadableTable(e, "broken");
        }
    }

    static List<String> trimmed(List<String> header) {
        int width = header.size();
        while (width > 0 && header.get(width - 1).isEmpty()) {
            width--;
        }
        return List.copyOf(header.subList(0, width));
    }

    @Override
    public List<String> header() {
        return header.texts();
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Iterator<TableRow> rows() {
        return new JoinedRows(limits, header, sheets);
    }

    @Override
    public void close() {
        sheets.forEach(XlsxSheet::close);
        try {
            workbook.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
