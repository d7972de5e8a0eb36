package org.lodestone.platform.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CsvTableWriter implements TableWriter {

    private final Writer text;
    private final CsvWriter csv;

    CsvTableWriter(OutputStream out) {
        this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    }

    @Override
    public void header(List<Column> columns) throws IOException {
        text.write('\uFEFF');
        csv.writeRecord(
                columns.stream().map(Column::title).map(FormulaSafe::guarded).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> values) {
        csv.writeRecord(values.stream().map(CsvTableWriter::text).toList());
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Object other -> FormulaSafe.guarded(other.toString());
        };
    }

    @Override
    public void close() throws IOException {
        csv.flush();
        text.flush();
    }
}
