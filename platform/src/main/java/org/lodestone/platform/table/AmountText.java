package org.lodestone.platform.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Amount.Unit;

/** Money as ledgers have it: 1.2亿元, 3,500万, 一个亿, 8千万, 12000 under a heading that says 万元. A unit in the cell counts more than the heading's. */
public final class AmountText {

    private static final BigDecimal WAN_PER_YI = BigDecimal.valueOf(10_000);
    private static final String NUMBER = "[+-]?[\\d,]*\\.?\\d+";
    private static final Pattern AMOUNT = Pattern.compile("(?:(?<yi>" + NUMBER + ")(?:亿元?|億元?))?(?:(?<wan>" + NUMBER
            + ")(?:万元?|萬元?))?(?:(?<yuan>" + NUMBER + ")(?<unit>元)?)?");
    private static final Pattern ABOUT =
            Pattern.compile("^(?:约|大约|大概|近|预计|预估|计划|拟|总投资|投资|总额|金额|额度?|共|合计|为|:)+|(?:左右|上下)$");
    private static final Pattern YUAN_SIGNS = Pattern.compile("(?i)人民币|renminbi|rmb|cny|yuan|[¥￥]");
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)美元|美金|美刀|usd|[$€£]|欧元|eur|港币|港元|港纸|hkd|日元|日圆|円|jpy|韩元|韩币|krw|英镑|gbp|新台币|台币|twd|新加坡元|新币|sgd|澳元|aud|加元|卢布|rub|法郎|chf|泰铢|越南盾|马币");
    private static final Pattern RANGE = Pattern.compile(
            ".*\\d.*(?:-|~|–|—|至|到).*\\d.*|.*[≥≤<>].*|.*(?:以上|以下|以内|不低于|不少于|大于|小于|高于|低于|超|逾).*|.*[\\d十百千万亿][余多].*|.*\\d.*(?:\\+|起)");
    /** Behind an amount: 叁佰万元整, 3亿。 */
    private static final Pattern BEHIND = Pattern.compile("(?<=[元亿万])[整正]$|[。.,;、]+$");

    private static final Pattern TEN_THOUSAND = Pattern.compile("(?<=\\d)[wW](?=元?$)");
    /** From here on, 10 billion yuan, a number without a unit of its own is rather one of yuan. */
    private static final BigDecimal HUGE = BigDecimal.valueOf(1_000_000);

    private static final Set<String> UNKNOWN =
            Set.of("待定", "未定", "不详", "暂无", "无", "未知", "待议", "面议", "-", "--", "—", "——", "/", "\\");

    private AmountText() {}

    /** What a heading says its column is in. */
    public enum HeaderUnit {
        YUAN("元"),
        WAN("万元"),
        YI("亿元");

        private final String sign;

        HeaderUnit(String sign) {
            this.sign = sign;
        }

        /** {@code null} when the heading says nothing. */
        public static @Nullable HeaderUnit of(String header) {
            String narrow = CellText.narrow(header);
            if (narrow.contains("亿元") || narrow.endsWith("(亿)")) {
                return YI;
            }
            if (narrow.contains("万元") || narrow.endsWith("(万)")) {
                return WAN;
            }
            return narrow.contains("元") ? YUAN : null;
        }
    }

    /** The amount of the cell, or of its text. */
    public static Reading<Amount> of(Cell cell, @Nullable HeaderUnit headerUnit) {
        if (cell.flaw() != null) {
            return Reading.refused(cell.flaw().code().substring("cell.".length()), cell.text());
        }
        return parse(cell.text(), headerUnit);
    }

    public static Reading<Amount> parse(String text, @Nullable HeaderUnit headerUnit) {
        String narrow = CellText.narrow(text);
        if (UNKNOWN.contains(narrow)) {
            return Reading.refused("amount-unknown", text);
        }
        if (isForeign(narrow)) {
            return Reading.refused("foreign-currency", text);
        }
        if (RANGE.matcher(narrow).matches()) {
            return Reading.refused("amount-range", text);
        }
        boolean yuan = YUAN_SIGNS.matcher(narrow).find();
        String said = said(narrow);
        Optional<Reading<Amount>> english = EnglishAmount.parse(text, said, yuan);
        return english.orElseGet(() -> chinese(text, said, yuan, headerUnit));
    }

    /** Whether it names a currency that is not ours. */
    public static boolean isForeign(String text) {
        return FOREIGN.matcher(CellText.narrow(text)).find();
    }

    /** Without what says nothing about how much. */
    private static String said(String narrow) {
        String bare = YUAN_SIGNS.matcher(narrow).replaceAll("");
        String whole = BEHIND.matcher(bare).replaceAll("");
        return TEN_THOUSAND.matcher(ABOUT.matcher(whole).replaceAll("")).replaceAll("万");
    }

    private static Reading<Amount> chinese(String text, String said, boolean yuan, @Nullable HeaderUnit headerUnit) {
        String bare = SpokenNumber.inFigures(said);
        Matcher parts = AMOUNT.matcher(bare);
        if (bare.isEmpty() || !parts.matches()) {
            return Reading.refused("not-an-amount", text);
        }
        boolean unitless = parts.group("yi") == null && parts.group("wan") == null && parts.group("unit") == null;
        // RMB 12,000,000 in a column of 万元: nobody can tell which of them is meant.
        return yuan && unitless && headerUnit != HeaderUnit.YUAN
                ? Reading.refused("amount-without-unit", text)
                : amount(text, parts, headerUnit);
    }

    private static Reading<Amount> amount(String text, Matcher parts, @Nullable HeaderUnit headerUnit) {
        String yi = parts.group("yi");
        String wan = parts.group("wan");
        String yuan = parts.group("yuan");
        boolean large = yi != null || wan != null;
        if (!isNumber(yi) || !isNumber(wan) || !isNumber(yuan) || (large && yuan != null)) {
            return Reading.refused("not-an-amount", text);
        }
        if (large) {
            return signed(text, number(yi).multiply(WAN_PER_YI).add(number(wan)), Unit.CNY_10K);
        }
        HeaderUnit unit = parts.group("unit") != null ? HeaderUnit.YUAN : headerUnit;
        return switch (unit) {
            case null -> Reading.refused("amount-without-unit", text);
            case YUAN -> signed(text, number(yuan), Unit.CNY);
            case WAN -> likely(text, number(yuan));
            case YI -> likely(text, number(yuan).multiply(WAN_PER_YI));
        };
    }

    private static Reading<Amount> likely(String text, BigDecimal wan) {
        if (wan.compareTo(HUGE) < 0) {
            return signed(text, wan, Unit.CNY_10K);
        }
        BigDecimal yi = wan.divide(WAN_PER_YI).stripTrailingZeros();
        return Reading.assumed(
                new Amount(wan.stripTrailingZeros(), Unit.CNY_10K), "amount-huge", text, yi.toPlainString());
    }

    private static Reading<Amount> signed(String text, BigDecimal value, Unit unit) {
        return value.signum() < 0
                ? Reading.refused("negative-amount", text)
                : Reading.of(new Amount(value.stripTrailingZeros(), unit));
    }

    private static boolean isNumber(@Nullable String digits) {
        return digits == null || NumberText.isNumber(digits);
    }

    private static BigDecimal number(@Nullable String digits) {
        return digits == null ? BigDecimal.ZERO : NumberText.number(digits);
    }
}
