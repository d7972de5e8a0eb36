package org.lodestone.platform.table;

import java.math.BigDecimal;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as people say them before 万 and 亿: 一个亿, 两千万, 8千万, 三千五百万. */
final class SpokenNumber {

    private static final String BEFORE_UNIT = "(?=个?[万亿萬億])";
    private static final Pattern SPOKEN = Pattern.compile("[零〇一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+" + BEFORE_UNIT);
    private static final Pattern MIXED = Pattern.compile("(\\d+(?:\\.\\d+)?)([十百千])" + BEFORE_UNIT);
    private static final Pattern COUNTED = Pattern.compile("(?<=\\d)个(?=[万亿萬億])");
    /** Each sign stands at its value. */
    private static final String DIGITS = "零一二三四五六七八九";

    private static final String TENS = "个十百千";
    /** As banks write them. */
    private static final String BANK_DIGITS = "零壹贰叁肆伍陆柒捌玖";

    private static final String BANK_TENS = "个拾佰仟";

    private SpokenNumber() {}

    /** The same text in figures: 1亿 for 一个亿. What is no number stays as it is. */
    static String inFigures(String narrow) {
        String mixed = MIXED.matcher(narrow).replaceAll(SpokenNumber::multiplied);
        String spoken = SPOKEN.matcher(mixed).replaceAll(run -> Matcher.quoteReplacement(figures(run.group())));
        return COUNTED.matcher(spoken).replaceAll("");
    }

    private static String multiplied(MatchResult number) {
        int tens = TENS.indexOf(number.group(2));
        return new BigDecimal(number.group(1))
                .movePointRight(tens)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String figures(String run) {
        long sum = 0;
        int digit = -1;
        for (char sign : run.toCharArray()) {
            int tens = Math.max(TENS.indexOf(sign), BANK_TENS.indexOf(sign));
            if (tens > 0) {
                sum += Math.abs(digit) * (long) Math.pow(10, tens);
                digit = -1;
            } else if (digit > 0) {
                // 二五万 is said by nobody, and could be 25 or 2.5.
                return run;
            } else {
                digit = value(sign) == 0 ? -1 : value(sign);
            }
        }
        return String.valueOf(sum + Math.max(digit, 0));
    }

    private static int value(char sign) {
        char known = sign == '两' ? '二' : sign == '〇' ? '零' : sign;
        return Math.max(DIGITS.indexOf(known), BANK_DIGITS.indexOf(known));
    }
}
