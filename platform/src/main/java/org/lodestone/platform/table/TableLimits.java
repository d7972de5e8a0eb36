package org.lodestone.platform.table;

/**
 * How much of a file is taken. What lies beyond is refused with a sentence, before it costs memory.
 *
 * @param rows rows with content below the header
 * @param columns columns with content
 * @param fileBytes of the file as it was sent
 * @param inflatedBytes of everything in a workbook, unpacked
 */
public record TableLimits(int rows, int columns, long fileBytes, long inflatedBytes) {

    /** The most that fits into a cell of a spreadsheet program. */
    static final int CELL_CHARACTERS = 32_767;

    private static final long MEGABYTE = 1 << 20;

    public static TableLimits standard() {
        return new TableLimits(10_000, 200, 20 * MEGABYTE, 400 * MEGABYTE);
    }
}
