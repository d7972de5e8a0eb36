package org.lodestone.platform.table;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers as people type them: full-width digits, thousands separators, a unit behind them. */
public final class NumberText {

    static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d{1,10})?");
    static final Pattern PLAIN = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,10})?|\\.\\d{1,10})");

    private NumberText() {}

    public static Reading<BigDecimal> parse(String text) {
        return parse(text, Set.of());
    }

    /** @param units may stand behind the number and say nothing new, e.g. 亩 in a column of 亩; a percentage becomes its fraction */
    public static Reading<BigDecimal> parse(String text, Set<String> units) {
        String narrow = CellText.narrow(text);
        String bare = units.stream()
                .map(CellText::narrow)
                .filter(narrow::endsWith)
                .max(Comparator.comparingInt(String::length))
                .map(unit -> narrow.substring(0, narrow.length() - unit.length()))
                .orElse(narrow);
        boolean percent = bare.endsWith("%");
        String digits = percent ? bare.substring(0, bare.length() - 1) : bare;
        if (!isNumber(digits)) {
            return Reading.refused("not-a-number", text);
        }
        BigDecimal number = number(digits);
        return Reading.of(percent ? number.movePointLeft(2) : number);
    }

    /** The number of the cell, or of its text. */
    public static Reading<BigDecimal> of(Cell cell, Set<String> units) {
        if (cell.flaw() != null) {
            return Reading.refused(cell.flaw().code().substring("cell.".length()), cell.text());
        }
        return cell.number() != null ? Reading.of(cell.number()) : parse(cell.text(), units);
    }

    static boolean isNumber(String narrow) {
        return PLAIN.matcher(narrow).matches() || GROUPED.matcher(narrow).matches();
    }

    static BigDecimal number(String narrow) {
        return new BigDecimal(narrow.replace(",", ""));
    }
}
