package org.lodestone.platform.table;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows without the empty ones and without headers that are repeated for every page, and no more of them than are taken. */
final class ContentRows implements Iterator<TableRow> {

    private final int most;
    private final List<String> header;
    private final Supplier<@Nullable TableRow> source;
    private @Nullable TableRow ahead;
    private boolean ended;
    private int taken;

    /** @param source {@code null} at the end */
    ContentRows(int most, List<String> header, Supplier<@Nullable TableRow> source) {
        this.most = most;
        this.header = header;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && !ended) {
            TableRow row = read();
            ended = row == null;
            ahead = row == null || isNothing(row) ? null : row;
        }
        return ahead != null;
    }

    @Override
    public TableRow next() {
        TableRow row = hasNext() ? ahead : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        if (++taken > most) {
            throw new UnreadableTable("too-many-rows", most);
        }
        ahead = null;
        return row;
    }

    private boolean isNothing(TableRow row) {
        return row.cells().stream().allMatch(Cell::isEmpty) || HeaderRows.repeats(header, row.cells());
    }

    private @Nullable TableRow read() {
        try {
            return source.get();
        } catch (UnreadableTable e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever the reading library throws, it is the file that is broken.
            throw new UnreadableTable(e, "broken");
        }
    }
}
