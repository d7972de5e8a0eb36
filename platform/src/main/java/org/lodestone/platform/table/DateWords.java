package org.lodestone.platform.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in words: 二〇二五年三月五日, March 5, 2025, 2025年3月下旬; and what is no day: 2025Q3, 上月. */
final class DateWords {

    private static final Pattern SPOKEN = Pattern.compile("[〇零○一二三四五六七八九十]+(?=[年月日号])");
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.?(\\d{1,2})(?:st|nd|rd|th)?,?(\\d{4})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/.]?([A-Za-z]{3,9})[-/.,]*(\\d{4})");
    private static final Pattern PART_OF_MONTH = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})月?份?(上旬|中旬|下旬|初|底|末)");
    private static final Pattern PERIOD = Pattern.compile(
            "(?:\\d{2,4}年?)?(?:第?[一二三四1-4]季度?|[Qq][1-4]|[上下]半年)[初底末]?|[1-4]?[Qq][1-4]?[-/]?\\d{2,4}|\\d{4}年?[初底末中]?"
                    + "|\\d{4}[-/.年]\\d{1,2}.*(?:至|到|~|—|–).*\\d.*|\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?-\\d.*");
    private static final Pattern RELATIVE =
            Pattern.compile("(?:上+|下+|本|这|去|今|明|前|昨|后|当|近)个?(?:年|月|周|星期|礼拜|季度|日|天|期).*|最近.*|目前|刚刚|不久前");
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("\\d{1,2}月份?(?:上旬|中旬|下旬|初|中|底|末)?|\\d{1,2}月\\d{1,2}[日号]?.*\\d+[日号]");

    private DateWords() {}

    /** The same text with its Chinese numerals in figures. */
    static String inFigures(String narrow) {
        return SPOKEN.matcher(narrow).replaceAll(run -> figures(run.group()));
    }

    /** 二〇二五 sign by sign, 十五 and 二十 as they are counted. */
    private static String figures(String run) {
        int ten = run.indexOf('十');
        if (ten < 0) {
            StringBuilder digits = new StringBuilder();
            run.chars().forEach(sign -> digits.append(digit((char) sign)));
            return digits.toString();
        }
        if (ten > 1 || run.length() - ten > 2 || run.lastIndexOf('十') != ten) {
            return run;
        }
        int tens = ten == 0 ? 1 : digit(run.charAt(0));
        int ones = run.length() - ten == 1 ? 0 : digit(run.charAt(ten + 1));
        return Integer.toString(tens * 10 + ones);
    }

    private static int digit(char sign) {
        return Math.max(DIGITS.indexOf(sign), 0);
    }

    /** Empty where it is no date in words. */
    static Optional<Reading<LocalDate>> parse(String text, String narrow) {
        return english(text, narrow).or(() -> partOfMonth(text, narrow)).or(() -> refused(text, narrow));
    }

    private static Optional<Reading<LocalDate>> english(String text, String narrow) {
        Matcher first = MONTH_FIRST.matcher(narrow);
        if (first.matches()) {
            return english(text, first.group(3), first.group(1), first.group(2));
        }
        Matcher last = DAY_FIRST.matcher(narrow);
        return last.matches() ? english(text, last.group(3), last.group(2), last.group(1)) : Optional.empty();
    }

    private static Optional<Reading<LocalDate>> english(String text, String year, String name, String day) {
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(month -> {
                    try {
                        return Reading.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
                    } catch (DateTimeException e) {
                        return Reading.refused("impossible-date", text);
                    }
                });
    }

    private static Optional<Reading<LocalDate>> partOfMonth(String text, String narrow) {
        Matcher parts = PART_OF_MONTH.matcher(narrow);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(parts.group(2));
        if (month < 1 || month > 12) {
            return Optional.of(Reading.refused("impossible-date", text));
        }
        YearMonth of = YearMonth.of(Integer.parseInt(parts.group(1)), month);
        LocalDate day = switch (parts.group(3)) {
            case "中旬" -> of.atDay(11);
            case "下旬" -> of.atDay(21);
            case "底", "末" -> of.atEndOfMonth();
            default -> of.atDay(1);
        };
        return Optional.of(Reading.assumed(day, "date-without-day", text, day.toString()));
    }

    private static Optional<Reading<LocalDate>> refused(String text, String narrow) {
        if (PERIOD.matcher(narrow).matches()) {
            return Optional.of(Reading.refused("date-period", text));
        }
        if (RELATIVE.matcher(narrow).matches()) {
            return Optional.of(Reading.refused("date-relative", text));
        }
        return WITHOUT_YEAR.matcher(narrow).matches()
                ? Optional.of(Reading.refused("date-without-year", text))
                : Optional.empty();
    }
}
