package org.lodestone.platform.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Cells of a workbook as their reader sees them. */
final class SheetCells {

    /** What spreadsheet programs keep of a number. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final int MOST_DIGITS = 40;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final int LAST_DAY = 2_958_465;

    private final LocalDate dayZero;
    private final boolean since1904;

    SheetCells(boolean since1904) {
        this.since1904 = since1904;
        // 1900 was no leap year, but counts as one; no ledger is older than that March.
        this.dayZero = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(cell(row.getCell(i)).text().replaceAll("\\s+", " "));
        }
        return texts;
    }

    List<Cell> cells(Row row, int width) {
        List<Cell> cells = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            cells.add(i < row.getCellCount() ? cell(row.getCell(i)) : Cell.EMPTY);
        }
        return cells;
    }

    private Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        boolean formula = cell.getFormula() != null && !cell.getFormula().isEmpty();
        Cell read = value(cell);
        Cell.Flaw flaw = formula && read.isEmpty() ? Cell.Flaw.FORMULA_WITHOUT_VALUE : read.flaw();
        return formula ? new Cell(read.text(), read.number(), read.date(), true, flaw) : read;
    }

    private Cell value(org.dhatim.fastexcel.reader.Cell cell) {
        Object value = cell.getValue();
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && isError(raw))) {
            return new Cell(raw, null, null, false, Cell.Flaw.ERROR);
        }
        return switch (value) {
            case null -> Cell.EMPTY;
            case BigDecimal number ->
                number(number, new CellFormat(cell.getDataFormatId(), cell.getDataFormatString()));
            case Boolean yes -> Cell.of(yes ? "TRUE" : "FALSE");
            case Object text -> Cell.of(text.toString());
        };
    }

    private Cell number(BigDecimal exact, CellFormat format) {
        if (Math.abs((long) exact.precision() - exact.scale()) > MOST_DIGITS || exact.scale() > 400) {
            return new Cell(exact.toString(), null, null, false, Cell.Flaw.DIGITS_LOST);
        }
        LocalDate date = format.isDate() ? date(exact) : null;
        if (date != null) {
            return new Cell(date.toString(), null, date, false, null);
        }
        BigDecimal number = plain(exact.round(DIGITS));
        boolean long16 = exact.precision() - exact.scale() > DIGITS.getPrecision();
        String text = shown(number, format);
        return new Cell(text, number, null, false, long16 ? Cell.Flaw.DIGITS_LOST : null);
    }

    private static String shown(BigDecimal number, CellFormat format) {
        if (format.isPercent()) {
            return plain(number.multiply(HUNDRED)).toPlainString() + "%";
        }
        boolean time = format.isTime() && number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0;
        return time ? time(number) : number.toPlainString() + format.unit();
    }

    private static String time(BigDecimal ofTheDay) {
        long seconds =
                ofTheDay.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue();
        return LocalTime.ofSecondOfDay(Math.min(seconds, SECONDS.longValue() - 1))
                .toString();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private @Nullable LocalDate date(BigDecimal serial) {
        int day = serial.intValue();
        return serial.signum() < 0 || day > LAST_DAY || (day < 61 && !since1904) ? null : dayZero.plusDays(day);
    }

    private static boolean isError(String raw) {
        return raw.matches("#(REF!|N/A|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!|SPILL!|CALC!)");
    }
}
