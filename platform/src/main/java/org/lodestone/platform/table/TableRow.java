package org.lodestone.platform.table;

import java.util.List;

/**
 * A row with content.
 *
 * @param number as the spreadsheet program counts, from 1
 * @param cells one for each column of the header, empty ones included
 * @param hidden hidden by hand or by a filter
 */
public record TableRow(int number, List<Cell> cells, boolean hidden) {}
