package org.lodestone.platform.table;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a number is shown: what its reader sees is what it means.
 *
 * @param id of the ones that are built in
 * @param pattern absent in a workbook without styles
 */
record CellFormat(@Nullable Integer id, @Nullable String pattern) {

    /** In a format: quoted text, escaped characters, colours and conditions. */
    private static final Pattern NOT_A_PATTERN = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.");

    /** Positive; negative; nought; text. */
    private static final Pattern FIRST_SECTION = Pattern.compile("(?:\"[^\"]*\"|\\\\.|[^;\"])*");

    private static final Pattern SIGNS = Pattern.compile("[\"\\\\]|\\[[^\\]]*\\]|_.");
    /** Digits with what stands behind them; {@code 0!.0,} and {@code 0"."0,} show ten thousands, a comma at the end thousands. */
    private static final Pattern UNIT = Pattern.compile("[#0?,.!]*[0#?](?<scaled>,*)[ )]*(?<unit>亿元?|万元?|元)[ )]*");

    /** The built-in ones by number: 14–17 and 22 everywhere, 27–36 and 50–58 in East Asia; times alone are not dates. */
    boolean isDate() {
        if (id != null && (isIn(14, 17) || id == 22 || isIn(27, 31) || isIn(50, 54) || id == 36 || isIn(57, 58))) {
            return true;
        }
        String shown = letters();
        return shown.indexOf('y') >= 0 || shown.indexOf('e') >= 0 && shown.indexOf('m') >= 0 || shown.indexOf('d') >= 0;
    }

    /** A time of day; hours in square brackets are a length. */
    boolean isTime() {
        return !isDate() && (id != null && isIn(18, 21) || letters().indexOf('h') >= 0);
    }

    boolean isPercent() {
        return (id != null && isIn(9, 10)) || letters().indexOf('%') >= 0;
    }

    /** 亿元 of {@code 0.00"亿元"}, which shows 3.2 as 3.20亿元; 元 where the number is shown divided; else empty. */
    String unit() {
        if (pattern == null || pattern.isEmpty()) {
            return "";
        }
        Matcher first = FIRST_SECTION.matcher(pattern);
        String section = first.lookingAt() ? first.group() : "";
        Matcher unit = UNIT.matcher(SIGNS.matcher(section).replaceAll(""));
        if (!unit.find()) {
            return "";
        }
        return unit.group("scaled").isEmpty() ? unit.group("unit") : "元";
    }

    private String letters() {
        return pattern == null
                ? ""
                : NOT_A_PATTERN.matcher(pattern).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private boolean isIn(int from, int to) {
        return id != null && id >= from && id <= to;
    }
}
