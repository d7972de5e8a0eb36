package org.lodestone.platform.table;

import java.util.List;

/**
 * A row with content.
 *
 * @param table which of the tables of a workbook, from 0; 0 of a file with one
 * @param number as the spreadsheet program counts on its sheet, from 1
 * @param cells one for each column of the header, empty ones included
 * @param hidden hidden by hand or by a filter
 */
public record TableRow(int table, int number, List<Cell> cells, boolean hidden) {}
