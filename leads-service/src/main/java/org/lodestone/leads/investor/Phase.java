package org.lodestone.leads.investor;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mark of a project's phase: 二期, 第2期, II期, phase 2. The firm is the same, the project another. */
record Phase(int number, String rest) {

    private static final Pattern MARK = Pattern.compile(
            "第?\\s*([一二三四五六七八九十]{1,2}|\\d{1,2}|(?<![a-z])[ivx]{1,4})\\s*期(工程|项目|扩建|建设)*|\\bphase\\s*([ivx]{1,4}|\\d{1,2})\\b");
    private static final String DIGITS = "一二三四五六七八九十";
    private static final Map<String, Integer> ROMAN =
            Map.of("i", 1, "ii", 2, "iii", 3, "iv", 4, "v", 5, "vi", 6, "vii", 7, "viii", 8, "ix", 9, "x", 10);

    /** {@code null} when there is none, or nothing else. */
    static @Nullable Phase in(String plain) {
        if (plain.indexOf('期') < 0 && !plain.contains("phase")) {
            return null;
        }
        Matcher matcher = MARK.matcher(plain);
        if (!matcher.find()) {
            return null;
        }
        String mark = matcher.group(1) != null ? matcher.group(1) : matcher.group(3);
        String rest = plain.substring(0, matcher.start()) + " " + plain.substring(matcher.end());
        return rest.isBlank() ? null : new Phase(number(mark), rest.strip());
    }

    private static int number(String mark) {
        if (mark.chars().allMatch(unit -> unit >= '0' && unit <= '9')) {
            return Integer.parseInt(mark);
        }
        Integer roman = ROMAN.get(mark);
        if (roman != null) {
            return roman;
        }
        int last = DIGITS.indexOf(mark.charAt(mark.length() - 1)) + 1;
        // 十二 is twelve.
        return mark.length() == 2 && mark.charAt(0) == '十' ? 10 + last : Math.max(last, 0);
    }
}
