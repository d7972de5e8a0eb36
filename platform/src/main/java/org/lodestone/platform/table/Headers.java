package org.lodestone.platform.table;

import java.util.List;
import java.util.function.Predicate;

/** Finds the header: people put titles, units and remarks above it. */
record Headers(Predicate<String> known) {

    /** Below this the first row must be the header: nobody writes more titles. */
    static final int SEARCHED_ROWS = 30;

    private static final int ENOUGH = 3;

    /** The index of the first row with three known headings; else of the first with three texts; else of the first with any; −1 for none. */
    int find(List<List<String>> rows) {
        int named = first(rows, texts -> texts.stream().filter(known).distinct().count() >= ENOUGH);
        int wide = first(rows, texts -> filled(texts) >= ENOUGH);
        return named >= 0 ? named : wide >= 0 ? wide : first(rows, texts -> filled(texts) > 0);
    }

    /** The header at this row, with the row below or above it that belongs to it. */
    HeaderRows read(List<List<String>> rows, int at) {
        HeaderRows one = new HeaderRows(rows.get(at), at);
        HeaderRows whole = at == 0 ? one : one.completed(rows.get(at - 1), known);
        return at + 1 < rows.size() ? whole.extended(rows.get(at + 1), known) : whole;
    }

    /** How well these rows fit: for choosing between sheets and delimiters. */
    long score(List<List<String>> rows) {
        int at = find(rows);
        if (at < 0) {
            return 0;
        }
        List<String> header = rows.get(at);
        return header.stream().filter(known).distinct().count() * 1000 + filled(header);
    }

    boolean isNamed(List<List<String>> rows) {
        return score(rows) >= ENOUGH * 1000L;
    }

    private static long filled(List<String> texts) {
        return texts.stream().filter(text -> !text.isEmpty()).count();
    }

    private static int first(List<List<String>> rows, Predicate<List<String>> test) {
        for (int i = 0; i < rows.size(); i++) {
            if (test.test(rows.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
