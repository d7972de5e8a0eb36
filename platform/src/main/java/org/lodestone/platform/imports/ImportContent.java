package org.lodestone.platform.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.imports.ImportSource.Hidden;
import org.lodestone.platform.table.TableReader;
import org.lodestone.platform.table.TableReader.Table;
import org.lodestone.platform.table.TableRow;

/**
 * What a first look at a file tells.
 *
 * @param columns with no meaning yet
 * @param sheets where there are several tables
 */
record ImportContent(List<ImportColumn> columns, @Nullable List<ImportSheet> sheets, Rows rows, Print print) {

    /** @param hidden how many of them are */
    record Rows(int all, int hidden) {}

    /** What tells one file from another. */
    record Print(String sha256, long bytes) {}

    /** Blocking; reads it to its end. */
    static ImportContent of(Path file, ImportParts parts) throws IOException {
        try (TableReader reader = parts.open(file)) {
            List<Table> tables = reader.origin().tables();
            int[] rows = new int[Math.max(1, tables.size())];
            int[] hidden = new int[rows.length];
            for (Iterator<TableRow> all = reader.rows(); all.hasNext(); ) {
                TableRow row = all.next();
                rows[row.table()]++;
                hidden[row.table()] += row.hidden() ? 1 : 0;
            }
            int sum = IntStream.of(rows).sum();
            if (sum == 0) {
                throw new ImportProblem.NoRows();
            }
            List<ImportSheet> sheets = tables.size() < 2
                    ? null
                    : IntStream.range(0, tables.size())
                            .mapToObj(at -> new ImportSheet(
                                    tables.get(at).sheet(), rows[at], true, hidden[at] == 0 ? null : hidden[at]))
                            .toList();
            return new ImportContent(
                    columns(reader.header(), tables),
                    sheets,
                    new Rows(sum, IntStream.of(hidden).sum()),
                    new Print(Digests.sha256(file), Files.size(file)));
        }
    }

    private static List<ImportColumn> columns(List<String> header, List<Table> tables) {
        List<ImportColumn> columns = new ArrayList<>();
        for (int at = 0; at < header.size(); at++) {
            int column = at;
            List<String> having = tables.stream()
                    .filter(table -> table.columns().contains(column))
                    .map(Table::sheet)
                    .toList();
            columns.add(new ImportColumn(header.get(at), null, having.size() == tables.size() ? null : having));
        }
        return columns;
    }

    List<String> headings() {
        return columns.stream().map(ImportColumn::header).toList();
    }

    ImportSource source(String fileName) {
        Hidden hidden = rows.hidden() == 0 ? null : new Hidden(rows.hidden(), true);
        return new ImportSource(fileName, print.sha256(), print.bytes(), rows.all(), Instant.now(), sheets, hidden);
    }
}
