package org.lodestone.platform.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Where the table of a sheet begins.
 *
 * @param above how many rows stand above the last row of its header
 * @param headerRow the number of that row, from 1
 */
record SheetTop(Sheet sheet, List<String> header, int above, int headerRow) {

    /** Two digits number them. */
    private static final int MOST_TABLES = 99;

    /** The first rows of a sheet, and their numbers. */
    private record Rows(Sheet sheet, List<List<String>> texts, List<Integer> numbers) {

        static Rows of(Sheet sheet, SheetCells cells) throws IOException {
            List<List<String>> texts = new ArrayList<>();
            List<Integer> numbers = new ArrayList<>();
            try (Stream<Row> rows = sheet.openStream()) {
                rows.limit(Headers.SEARCHED_ROWS).forEach(row -> {
                    texts.add(cells.texts(row));
                    numbers.add(row.getRowNum());
                });
            }
            return new Rows(sheet, texts, numbers);
        }

        SheetTop top(Headers headers) {
            int header = headers.find(texts);
            if (header < 0) {
                throw new UnreadableTable("empty");
            }
            HeaderRows read = headers.read(texts, header);
            return new SheetTop(sheet, XlsxTable.trimmed(read.texts()), read.last(), numbers.get(read.last()));
        }
    }

    /** All visible sheets with a header of ours; where none has one, the sheet that comes nearest. */
    static List<SheetTop> of(ReadableWorkbook workbook, SheetCells cells, Headers headers) throws IOException {
        List<Rows> visible = new ArrayList<>();
        for (Sheet sheet : workbook.getSheets().toList()) {
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                visible.add(Rows.of(sheet, cells));
            }
        }
        List<Rows> named =
                visible.stream().filter(rows -> headers.isNamed(rows.texts())).toList();
        if (named.size() > MOST_TABLES) {
            throw new UnreadableTable("too-many-sheets", MOST_TABLES);
        }
        List<Rows> chosen = named.isEmpty() ? nearest(visible, headers) : named;
        return chosen.stream().map(rows -> rows.top(headers)).toList();
    }

    private static List<Rows> nearest(List<Rows> visible, Headers headers) {
        int best = IntStream.range(0, visible.size())
                .boxed()
                .max(Comparator.comparing(
                                (Integer at) -> headers.score(visible.get(at).texts()))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow(() -> new UnreadableTable("empty"));
        return List.of(visible.get(best));
    }
}
