package org.lodestone.platform.table;

import org.jspecify.annotations.Nullable;

/** A range of cells shown as one; all from 0, inclusive. */
record CellRange(int top, int left, int bottom, int right) {

    /** {@code null} for nonsense: a range that cannot be read merges nothing. */
    static @Nullable CellRange of(@Nullable String range) {
        String[] ends = range == null ? new String[0] : range.split(":", 3);
        if (ends.length != 2 || column(ends[0]) < 0 || column(ends[1]) < 0) {
            return null;
        }
        return new CellRange(row(ends[0]), column(ends[0]), row(ends[1]), column(ends[1]));
    }

    /** The column of {@code AB12}, from 0; −1 for nonsense. */
    static int column(String reference) {
        int column = 0;
        int at = 0;
        while (at < 3 && at < reference.length() && isLetter(reference.charAt(at))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
            at++;
        }
        return reference.substring(at).matches("\\d{1,7}") ? column - 1 : -1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static int row(String reference) {
        return Integer.parseInt(reference.replaceFirst("^[A-Za-z]+", "")) - 1;
    }
}
