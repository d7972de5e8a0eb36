package org.lodestone.platform.imports;

import org.jspecify.annotations.Nullable;

/**
 * One of several tables of a workbook.
 *
 * @param rows with content
 * @param read false once somebody left it out
 * @param hidden how many of its rows are; absent where none is
 */
public record ImportSheet(
        String name, int rows, boolean read, @Nullable Integer hidden) {

    /** More than a sheet has rows: the rows of all sheets have numbers of their own, in the order of the file. */
    private static final int APART = 10_000_000;

    ImportSheet reading(boolean next) {
        return new ImportSheet(name, rows, next, hidden);
    }

    /** How many rows are not hidden. */
    public int seen() {
        return hidden == null ? rows : rows - hidden;
    }

    static int number(int sheet, int row) {
        return sheet * APART + row;
    }

    /** From 0. */
    static int sheetOf(int number) {
        return number / APART;
    }

    static int rowOf(int number) {
        return number % APART;
    }

    static boolean isRow(int row) {
        return row > 0 && row < APART;
    }
}
