package org.lodestone.platform.table;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that was opened: its header is known, its rows are read once, in order, as they are asked for. */
public interface TableReader extends AutoCloseable {

    /** Trimmed, in the file's order; a column without a heading is "". Of a workbook with several tables the headings of all. */
    List<String> header();

    /** The rows with content below the header. {@link UnreadableTable} when the file breaks off or has too many. May be asked for once. */
    Iterator<TableRow> rows();

    Origin origin();

    @Override
    void close();

    /**
     * Where the table stood.
     *
     * @param format {@code xlsx} or {@code csv}
     * @param tables of a workbook, in its order; none in a .csv
     * @param encoding of a .csv
     * @param headerRow of the first one, from 1
     */
    record Origin(
            String format, List<Table> tables, @Nullable String encoding, int headerRow) {}

    /**
     * A visible sheet that was read.
     *
     * @param columns which of the header's it has, by their places
     */
    record Table(String sheet, List<Integer> columns) {}
}
