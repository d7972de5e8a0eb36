package org.lodestone.platform.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One header for all tables of a workbook: a heading that several of them have is one column, wherever it stands on each; what only a later
 * one has comes behind.
 *
 * @param places of each table: where its columns stand in the whole
 */
record JoinedHeader(List<String> texts, List<List<Integer>> places) {

    static JoinedHeader of(List<List<String>> headers) {
        List<String> texts = new ArrayList<>();
        List<List<Integer>> places = new ArrayList<>();
        headers.forEach(header -> places.add(places(header, texts)));
        return new JoinedHeader(List.copyOf(texts), List.copyOf(places));
    }

    /** Two columns of one heading on one sheet stay two. */
    private static List<Integer> places(List<String> header, List<String> texts) {
        Set<Integer> taken = new HashSet<>();
        List<Integer> places = new ArrayList<>();
        for (String heading : header) {
            int at = 0;
            while (at < texts.size() && (taken.contains(at) || !texts.get(at).equals(heading))) {
                at++;
            }
            if (at == texts.size()) {
                texts.add(heading);
            }
            taken.add(at);
            places.add(at);
        }
        return List.copyOf(places);
    }

    /** The cells of a table's row at their places in the whole. */
    List<Cell> spread(int table, List<Cell> cells) {
        List<Integer> own = places.get(table);
        if (own.size() == texts.size() && places.size() == 1) {
            return cells;
        }
        List<Cell> whole = new ArrayList<>(Collections.nCopies(texts.size(), Cell.EMPTY));
        for (int i = 0; i < cells.size(); i++) {
            whole.set(own.get(i), cells.get(i));
        }
        return whole;
    }
}
