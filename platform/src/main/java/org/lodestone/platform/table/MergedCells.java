package org.lodestone.platform.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Ledgers group rows by merging a column downwards: every row of the group means the value that stands in the first. What is merged
 * sideways stays where it stands.
 */
final class MergedCells {

    private final PriorityQueue<CellRange> ahead = new PriorityQueue<>(Comparator.comparingInt(CellRange::top));
    private final List<CellRange> open = new ArrayList<>();
    private final Map<CellRange, Cell> values = new HashMap<>();

    MergedCells(List<CellRange> merges) {
        ahead.addAll(merges);
    }

    /** @param row from 1, rising from call to call */
    List<Cell> filled(int row, List<Cell> cells) {
        int at = row - 1;
        open.removeIf(merge -> merge.bottom() < at && forget(merge));
        while (!ahead.isEmpty() && ahead.element().top() <= at) {
            CellRange merge = ahead.remove();
            if (merge.bottom() >= at) {
                open.add(merge);
            }
        }
        if (open.isEmpty()) {
            return cells;
        }
        List<Cell> filled = new ArrayList<>(cells);
        for (CellRange merge : open) {
            fill(merge, at, filled);
        }
        return filled;
    }

    private void fill(CellRange merge, int at, List<Cell> cells) {
        if (merge.left() >= cells.size()) {
            return;
        }
        if (at == merge.top()) {
            values.put(merge, cells.get(merge.left()));
        } else if (cells.get(merge.left()).isEmpty()) {
            cells.set(merge.left(), values.getOrDefault(merge, Cell.EMPTY));
        }
    }

    private boolean forget(CellRange merge) {
        values.remove(merge);
        return true;
    }
}
