package org.lodestone.platform.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people type them. What could mean two days is refused; what was only written short is read, and said to have been. */
public final class DateText {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?(T?\\d{1,2}:\\d{2}.*)?");
    private static final Pattern WEEKDAY = Pattern.compile("\\(?(?:星期|周|礼拜)[一二三四五六日天]\\)?$");
    /** 下午, 15时30分, 下午三点半 behind a day. */
    private static final Pattern TIME = Pattern.compile(
            "(?<=[日号)一二三四五六天])(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上?)?(?:[\\d一二三四五六七八九十]{1,3}[点时](?:半|整|一刻|[\\d一二三四五六七八九十]{1,3}分?)?)?$");

    private static final Pattern PARTED = Pattern.compile("\\p{Nd}{4}\\s+\\p{Nd}{1,2}(?:\\s+\\p{Nd}{1,2})?");
    private static final Pattern BEHIND = Pattern.compile("[。.,;、]+$");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{2}年\\d{1,2}月");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern MONTH =
            Pattern.compile("((?:19|20)\\d{2})(?:[-/.年](\\d{1,2})(?:月份?)?|(0[1-9]|1[0-2]))");
    /** 2025.10 loses its nought in a cell of numbers. */
    private static final Pattern LOST_NOUGHT = Pattern.compile("\\d{4}\\.1");

    private static final Pattern YEAR_LAST = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}");
    private static final Pattern WITHOUT_YEAR = Pattern.compile("\\d{1,2}[-/.月]\\d{1,2}[日号]?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d{1,15})?");
    /** How spreadsheets count days; a cell that lost its format, or a file whose days begin in 1904, cannot be told from it. */
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(30_000);

    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(60_000);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    /** Nobody has a ledger of another time; a year beside it is a slip, or a number with the format of a date. */
    private static final int FIRST_YEAR = 1949;

    private static final int LAST_YEAR = 2199;

    private DateText() {}

    /** The date of the cell, or of its text. */
    public static Reading<LocalDate> of(Cell cell) {
        if (cell.flaw() != null) {
            return Reading.refused(cell.flaw().code().substring("cell.".length()), cell.text());
        }
        if (cell.date() != null) {
            return Reading.of(cell.date());
        }
        BigDecimal number = cell.number();
        return parse(number == null ? cell.text() : number.toPlainString());
    }

    /**
     * A date, or one that was written short: a month without its day is its first, a number is the day a spreadsheet program counts so. Whoever
     * takes these says so beside the cell.
     */
    public static Reading<LocalDate> parse(String text) {
        String narrow = narrow(text);
        if (SERIAL.matcher(narrow).matches() && isSerial(new BigDecimal(narrow))) {
            LocalDate day = DAY_ZERO.plusDays(new BigDecimal(narrow).intValue());
            return Reading.assumed(day, "date-as-number", text, day.toString());
        }
        Matcher full = YEAR_FIRST.matcher(narrow);
        if (full.matches()) {
            return date(text, full);
        }
        Matcher compact = COMPACT.matcher(narrow);
        if (compact.matches()) {
            return date(text, compact);
        }
        Matcher month = MONTH.matcher(narrow);
        if (month.matches()) {
            return LOST_NOUGHT.matcher(narrow).matches()
                    ? Reading.refused("month-without-nought", text, month.group(1))
                    : month(text, month);
        }
        if (YEAR_LAST.matcher(narrow).matches()) {
            return Reading.refused("date-order", text);
        }
        return DateWords.parse(text, narrow)
                .orElseGet(() -> WITHOUT_YEAR.matcher(narrow).matches()
                        ? Reading.refused("date-without-year", text)
                        : Reading.refused("not-a-date", text));
    }

    /** 2025 1 12 would be another day without its spaces. */
    private static String narrow(String text) {
        String parted = PARTED.matcher(text.strip()).matches() ? text.strip().replaceAll("\\s+", "-") : text;
        String day = TIME.matcher(CellText.narrow(parted)).replaceFirst("");
        String bare = BEHIND.matcher(WEEKDAY.matcher(day).replaceFirst("")).replaceFirst("");
        return whole(DateWords.inFigures(bare));
    }

    /** 25年3月1日 is of this century. */
    private static String whole(String narrow) {
        return SHORT_YEAR.matcher(narrow).lookingAt() ? "20" + narrow : narrow;
    }

    private static boolean isSerial(BigDecimal number) {
        return number.compareTo(FIRST_SERIAL) > 0 && number.compareTo(LAST_SERIAL) < 0;
    }

    private static Reading<LocalDate> month(String text, Matcher parts) {
        String month = parts.group(2) == null ? parts.group(3) : parts.group(2);
        try {
            LocalDate first = LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(month), 1);
            return Reading.assumed(first, "date-without-day", text, first.toString());
        } catch (DateTimeException e) {
            return Reading.refused("impossible-date", text);
        }
    }

    private static Reading<LocalDate> date(String text, Matcher parts) {
        try {
            int year = Integer.parseInt(parts.group(1));
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                return Reading.refused("date-year", text);
            }
            return Reading.of(LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))));
        } catch (DateTimeException e) {
            return Reading.refused("impossible-date", text);
        }
    }
}
