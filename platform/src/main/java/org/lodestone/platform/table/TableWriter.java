package org.lodestone.platform.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row and keeps none of them. Nothing that is written can run as a formula. Blocking. Closing finishes the file
 * and leaves the stream open.
 */
public interface TableWriter extends AutoCloseable {

    /** Once in a table, first. */
    void header(List<Column> columns) throws IOException;

    /**
     * @param values {@code String}, {@code BigDecimal}, {@code Integer}, {@code Long}, {@code LocalDate} or {@code Instant}; {@code null}
     *     for nothing
     */
    void row(List<? extends @Nullable Object> values) throws IOException;

    @Override
    void close() throws IOException;

    /** @param width in characters, two for a Chinese one */
    record Column(String title, int width) {}

    /** @param sheet its name */
    static WorkbookWriter xlsx(OutputStream out, String sheet) {
        return new XlsxWriter(out, sheet);
    }

    /** UTF-8 with the mark that Excel needs, lines end as RFC 4180 has it. */
    static TableWriter csv(OutputStream out) {
        return new CsvTableWriter(out);
    }
}
