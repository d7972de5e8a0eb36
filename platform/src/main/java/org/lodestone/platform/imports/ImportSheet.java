package org.lodestone.platform.imports;

/**
 * One of several tables of a workbook.
 *
 * @param rows with content
 * @param read false once somebody left it out
 */
public record ImportSheet(String name, int rows, boolean read) {

    /** More than a sheet has rows: the rows of all sheets have numbers of their own, in the order of the file. */
    private static final int APART = 10_000_000;

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
