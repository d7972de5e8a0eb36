package org.lodestone.platform.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** A sheet of a workbook that the guard has let through. */
final class XlsxTable implements TableReader {

    private static final ReadingOptions FORMATS_AND_FLAWS = new ReadingOptions(true, true);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> source;
    private final SheetCells cells;
    private final TableLimits limits;
    private final MergedCells merged;
    private final List<String> header;
    private final Origin origin;

    private XlsxTable(ReadableWorkbook workbook, Chosen chosen, TableLimits limits, List<CellRange> merges)
            throws IOException {
        this.workbook = workbook;
        this.limits = limits;
        this.cells = new SheetCells(workbook.isDate1904());
        this.merged = new MergedCells(merges);
        this.stream = chosen.sheet().openStream();
        this.source = stream.iterator();
        Row headerRow = skipTo(chosen.headerAt());
        this.header = trimmed(chosen.header());
        this.origin = new Origin("xlsx", chosen.sheet().getName(), chosen.others(), null, headerRow.getRowNum());
    }

    /** @param headerAt how many rows stand above the last row of the header */
    private record Chosen(Sheet sheet, List<String> header, int headerAt, List<String> others) {}

    static XlsxTable open(Path file, TableLimits limits, Headers headers) throws IOException {
        Map<String, SheetScan.Found> parts = WorkbookGuard.check(file, limits);
        ReadableWorkbook workbook = null;
        try {
            workbook = new ReadableWorkbook(file.toFile(), FORMATS_AND_FLAWS);
            Chosen chosen = choose(workbook, headers);
            SheetScan.Found found = SheetParts.of(file, chosen.sheet().getId(), parts);
            if (found.rows() > limits.rows() + Headers.SEARCHED_ROWS) {
                throw new UnreadableTable("too-many-rows", limits.rows());
            }
            return new XlsxTable(workbook, chosen, limits, found.merges());
        } catch (IOException | RuntimeException e) {
            if (workbook != null) {
                workbook.close();
            }
            throw e instanceof UnreadableTable refused ? refused : new UnreadableTable(e, "broken");
        }
    }

    /** The first visible sheet with a header of ours, else the one that comes nearest. */
    private static Chosen choose(ReadableWorkbook workbook, Headers headers) throws IOException {
        SheetCells cells = new SheetCells(workbook.isDate1904());
        List<Sheet> visible = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        List<List<List<String>>> tops = new ArrayList<>();
        for (Sheet sheet : visible) {
            try (Stream<Row> rows = sheet.openStream()) {
                tops.add(rows.limit(Headers.SEARCHED_ROWS).map(cells::texts).toList());
            }
        }
        int best = java.util.stream.IntStream.range(0, visible.size())
                .boxed()
                .max(Comparator.comparing((Integer at) -> headers.isNamed(tops.get(at)))
                        .thenComparing(at -> headers.isNamed(tops.get(at)) ? 0 : headers.score(tops.get(at)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(-1);
        int header = best < 0 ? -1 : headers.find(tops.get(best));
        if (header < 0) {
            throw new UnreadableTable("empty");
        }
        Sheet chosen = visible.get(best);
        List<String> others = java.util.stream.IntStream.range(0, visible.size())
                .filter(at -> at != best && headers.isNamed(tops.get(at)))
                .mapToObj(at -> visible.get(at).getName())
                .toList();
        HeaderRows read = headers.read(tops.get(best), header);
        return new Chosen(chosen, read.texts(), read.last(), others);
    }

    private Row skipTo(int header) {
        for (int i = 0; i < header; i++) {
            merged.filled(source.next().getRowNum(), List.of());
        }
        return source.next();
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
        return header;
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Iterator<TableRow> rows() {
        return new ContentRows(limits.rows(), header, () -> {
            if (!source.hasNext()) {
                return null;
            }
            Row row = source.next();
            List<Cell> read = cells.cells(row, header.size());
            return new TableRow(row.getRowNum(), merged.filled(row.getRowNum(), read), row.isHidden());
        });
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
