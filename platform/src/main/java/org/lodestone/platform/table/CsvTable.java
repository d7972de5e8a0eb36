package org.lodestone.platform.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** A .csv: encoding by its bytes, delimiter by its header. */
final class CsvTable implements TableReader {

    private static final int LONGEST_RECORD = 1 << 20;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> source;
    private final TableLimits limits;
    private final List<String> header;
    private final Origin origin;
    private int number;

    private CsvTable(CsvReader<CsvRecord> reader, Charset encoding, HeaderRows headers, TableLimits limits) {
        this.reader = reader;
        this.limits = limits;
        this.source = reader.iterator();
        for (int i = 0; i <= headers.last(); i++) {
            source.next();
        }
        this.header = XlsxTable.trimmed(headers.texts());
        this.number = headers.last() + 1;
        this.origin = new Origin("csv", List.of(), encoding.name(), number);
    }

    static CsvTable open(Path file, TableLimits limits, Headers headers) throws IOException {
        Charset encoding = CsvEncoding.of(file);
        try {
            char delimiter = Stream.of(',', ';', '\t')
                    .max(Comparator.comparingLong(candidate -> headers.score(top(file, encoding, candidate))))
                    .orElse(',');
            CsvQuotes.check(file, encoding, delimiter);
            List<List<String>> top = top(file, encoding, delimiter);
            int header = headers.find(top);
            if (header < 0) {
                throw new UnreadableTable("empty");
            }
            if (top.get(header).size() < 2) {
                throw new UnreadableTable("not-a-table");
            }
            if (top.get(header).size() > limits.columns()) {
                throw new UnreadableTable("too-many-columns", limits.columns());
            }
            return new CsvTable(reader(file, encoding, delimiter), encoding, headers.read(top, header), limits);
        } catch (CsvParseException | UncheckedIOException e) {
            throw new UnreadableTable(e, "broken-csv", 1);
        }
    }

    /** What is broken shows when the rest is read, not while a delimiter is tried. */
    private static List<List<String>> top(Path file, Charset encoding, char delimiter) {
        List<List<String>> top = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = reader(file, encoding, delimiter);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            while (top.size() < Headers.SEARCHED_ROWS && records.hasNext()) {
                top.add(texts(records.next()));
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            return top;
        }
        return top;
    }

    private static CsvReader<CsvRecord> reader(Path file, Charset encoding, char delimiter) {
        try {
            Reader text = CsvEncoding.reader(file, encoding);
            return CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(false)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .maxBufferSize(LONGEST_RECORD)
                    .ofCsvRecord(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(CsvRecord csv) {
        return csv.getFields().stream()
                .map(field -> Cell.of(unquoted(field)).text().replaceAll("\\s+", " "))
                .toList();
    }

    /** Exports guard texts that look like formulas with an apostrophe; ="0123" keeps digits as text. */
    private static String unquoted(String field) {
        if (field.length() > 3 && field.startsWith("=\"") && field.endsWith("\"")) {
            return field.substring(2, field.length() - 1);
        }
        return field.length() > 1 && field.charAt(0) == '\'' && FormulaSafe.isRisky(field.substring(1))
                ? field.substring(1)
                : field;
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
            try {
                return source.hasNext() ? row(source.next()) : null;
            } catch (CsvParseException | UncheckedIOException e) {
                throw new UnreadableTable(e, "broken-csv", number + 1);
            }
        });
    }

    private TableRow row(CsvRecord csv) {
        List<Cell> cells = new ArrayList<>(header.size());
        for (int i = 0; i < header.size(); i++) {
            cells.add(i < csv.getFieldCount() ? Cell.of(unquoted(csv.getField(i))) : Cell.EMPTY);
        }
        return new TableRow(0, ++number, cells, false);
    }

    @Override
    public void close() {
        try {
            source.close();
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
