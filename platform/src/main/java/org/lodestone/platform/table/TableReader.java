package org.lodestone.platform.table;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that was opened: its header is known, its rows are read once, in order, as they are asked for. */
public interface TableReader extends AutoCloseable {

    /** Trimmed, in the file's order; a column without a heading is "". */
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
     * @param sheet the sheet that was read; none in a .csv
     * @param otherSheets visible ones with headings of ours that were not
     * @param encoding of a .csv
     * @param headerRow from 1
     */
    record Origin(
            String format,
            @Nullable String sheet,
            List<String> otherSheets,
            @Nullable String encoding,
            int headerRow) {}
}
