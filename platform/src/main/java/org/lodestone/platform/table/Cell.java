package org.lodestone.platform.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell: the text as its reader sees it, and the typed value where the file has one.
 *
 * @param text trimmed; dates as 2026-11-23, percentages with their sign; empty when there is nothing
 * @param number also for a percentage: 0.125 of 12.5 %
 * @param date of a cell with a date format
 * @param formula the value is what a formula gave when the file was last saved
 * @param flaw why the value cannot be trusted
 */
public record Cell(
        String text,
        @Nullable BigDecimal number,
        @Nullable LocalDate date,
        boolean formula,
        @Nullable Flaw flaw) {

    public static final Cell EMPTY = new Cell("", null, null, false, null);

    /** The code is the end of the message {@code field.cell.<code>}. */
    public enum Flaw {
        /** #REF! and the like. */
        ERROR("error"),
        /** A formula without the value it had. */
        FORMULA_WITHOUT_VALUE("formula-without-value"),
        /** A number of more than 15 digits: the program that saved it kept no more. */
        DIGITS_LOST("digits-lost"),
        /** Longer than a cell may be. */
        TOO_LONG("too-long");

        private final String code;

        Flaw(String code) {
            this.code = code;
        }

        public String code() {
            return "cell." + code;
        }
    }

    static Cell of(String text) {
        String clean = CellText.clean(text);
        Flaw flaw = clean.length() > TableLimits.CELL_CHARACTERS ? Flaw.TOO_LONG : null;
        String kept = flaw == null ? clean : clean.substring(0, TableLimits.CELL_CHARACTERS);
        return kept.isEmpty() ? EMPTY : new Cell(kept, null, null, false, flaw);
    }

    public boolean isEmpty() {
        return text.isEmpty() && flaw == null;
    }
}
