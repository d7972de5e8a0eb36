package org.lodestone.leads.ledger;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.platform.imports.ImportRow;
import org.lodestone.platform.table.AmountText;
import org.lodestone.platform.table.AmountText.HeaderUnit;
import org.lodestone.platform.table.Reading;
import org.lodestone.platform.web.Amount;

/** What people type into cells, as values: every width of digits, units in the cell or above the column. */
final class LeadImportValues {

    private static final Pattern QUANTITY =
            Pattern.compile("约?(\\d{1,12}(?:\\.\\d{1,4})?)(万)?(亩|公顷|m2|平方米|平米|平方|kva|千伏安|mw)?");
    private static final Pattern NOTHING = Pattern.compile("[-\u2010-\u2015_~/\\\\|.。…·*×?]+|n/?a|null|none|空");
    private static final Pattern UNKNOWN =
            Pattern.compile("无|没有|未知|待定|不详|不明|未定|暂无|暂未确定|暂定|待议|待确定|面议|保密|未提供|unknown|tbd");
    private static final Pattern SUM =
            Pattern.compile("(?:本页|总|小|合|共|累)?计[:：]?(?:\\d+个?(?:项目|条)?)?|.{0,6}(?:合计|总计|小计|共计)[:：]?");
    private static final Pattern REMARK = Pattern.compile("注[:：0-9]|备注[:：]|说明[:：]|填表|填报|制表|审核|审批|统计人|\\*注");
    private static final Pattern SIGNED = Pattern.compile("(?:填表|填报|制表|审核|审批|统计|联系)(?:人|单位|部门|日期|时间)?[:：].*");
    /** 一、在谈项目 or (二)新能源, between the rows. */
    private static final Pattern HEADING =
            Pattern.compile("[一二三四五六七八九十]{1,3}[、.:：].*|\\([一二三四五六七八九十]{1,3}\\).*|第[一二三四五六七八九十]{1,3}[部类批].*");

    private static final Set<String> NUMBERS = Set.of(LedgerColumn.SERIAL.field(), LedgerColumn.NUMBER.field());
    private static final Pattern NUMERAL = Pattern.compile("[(]?[一二三四五六七八九十]{1,3}[)]?[、.]?");
    private static final Pattern DRAWN_APART =
            Pattern.compile("(?<!\\p{IsHan})(\\p{IsHan})\\p{IsWhite_Space}+(\\p{IsHan})(?!\\p{IsHan})");

    private static final Pattern ERROR = Pattern.compile("#(?:N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|#{2,})");
    private static final Pattern COMMENTED = Pattern.compile("([^()]+)\\(([^()]+)\\)");
    private static final Pattern UNIT = Pattern.compile("(?:单位:?)?(?:人民币)?(亿元?|万元?|元)(?:人民币)?");
    /** The bracket says what the number is in: 5000（万美元）. What has a number of its own is a remark. */
    private static final Pattern HEAD = Pattern.compile("[^\\d]*");

    private static final Pattern MONEY = Pattern.compile("[亿万元]");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal MU_OF_HECTARE = BigDecimal.valueOf(15);
    private static final BigDecimal KVA_OF_MW = BigDecimal.valueOf(1_000);

    private LeadImportValues() {}

    /** Half-width, without spaces, small letters. */
    static String narrow(String text) {
        return halfWidth(text).toLowerCase(Locale.ROOT).replaceAll("[\\s,'，]+", "");
    }

    /** As typed, but with half-width digits, letters and signs. */
    static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** 李　丽 for 李丽. */
    static String closed(String name) {
        return DRAWN_APART.matcher(name).replaceAll("$1$2");
    }

    /** What a spreadsheet program writes into a .csv where a formula failed or a column was too narrow. */
    static boolean isError(String text) {
        return ERROR.matcher(text.strip()).matches();
    }

    static boolean isUnknown(String text) {
        return UNKNOWN.matcher(narrow(text)).matches();
    }

    /** What people write into a cell where there is nothing to write; 无 among the problems is an answer. */
    static boolean isNothing(LedgerColumn column, String text) {
        String narrow = narrow(text);
        if (NOTHING.matcher(narrow).matches()) {
            return true;
        }
        return switch (column) {
            case INVESTOR, REFERRER, CONTACT_NAME, CONTACT_TITLE ->
                UNKNOWN.matcher(narrow).matches();
            default ->
                switch (column.kind()) {
                    case TEXT, STATE, VERDICT, CHANNEL -> false;
                    case AMOUNT_10K ->
                        column != LedgerColumn.PLANNED
                                && UNKNOWN.matcher(narrow).matches();
                    default -> UNKNOWN.matcher(narrow).matches();
                };
        };
    }

    /** Sums and remarks stand below a table, headings of its parts between its rows. */
    static boolean isNoLead(ImportRow row) {
        if (row.cells().isEmpty()) {
            return false;
        }
        String first = narrow(row.cells().getFirst().text());
        return SUM.matcher(first).matches()
                || (row.cells().size() == 1 && REMARK.matcher(first).lookingAt())
                || (row.cells().size() <= 3 && SIGNED.matcher(first).matches())
                || isHeading(row);
    }

    /** Many a ledger is numbered far below its last entry. */
    static boolean isOnlyNumbered(ImportRow row) {
        return !row.cells().isEmpty()
                && row.cells().stream().map(ImportRow.Value::field).allMatch(NUMBERS::contains);
    }

    /** Its number may stand in a cell of its own. */
    private static boolean isHeading(ImportRow row) {
        List<String> numerals = row.cells().stream()
                .filter(cell -> cell.field().equals(LedgerColumn.SERIAL.field()))
                .map(cell -> narrow(cell.text()))
                .toList();
        List<String> texts = row.cells().stream()
                .filter(cell -> !cell.field().equals(LedgerColumn.SERIAL.field()))
                .map(cell -> narrow(cell.text()))
                .toList();
        boolean numbered =
                numerals.stream().anyMatch(text -> NUMERAL.matcher(text).matches());
        boolean headed =
                numerals.stream().anyMatch(text -> HEADING.matcher(text).matches());
        return texts.size() == 1
                        && (numbered || HEADING.matcher(texts.getFirst()).matches())
                || texts.isEmpty() && (numbered || headed);
    }

    /** In 万元 unless the cell or its heading says otherwise. Of 1.2亿元（其中设备8000万元） what stands before the bracket. */
    static Reading<Amount> amount(String text, String heading) {
        HeaderUnit unit = Objects.requireNonNullElse(HeaderUnit.of(heading), HeaderUnit.WAN);
        Reading<Amount> whole = AmountText.parse(text, unit);
        Matcher parts = COMMENTED.matcher(halfWidth(text));
        if (whole instanceof Reading.Value || !parts.matches()) {
            return whole;
        }
        String remark = narrow(parts.group(2));
        Matcher inBrackets = UNIT.matcher(remark);
        if (inBrackets.matches()) {
            return AmountText.parse(parts.group(1) + inBrackets.group(1), unit);
        }
        if (saysWhatItIsIn(remark)) {
            return whole;
        }
        return AmountText.parse(parts.group(1), unit) instanceof Reading.Value<Amount>(Amount amount)
                ? new Reading.Assumed<>(amount, "import.amount-remark", List.of(text))
                : whole;
    }

    private static boolean saysWhatItIsIn(String remark) {
        Matcher head = HEAD.matcher(remark);
        return head.lookingAt()
                && (AmountText.isForeign(head.group())
                        || MONEY.matcher(head.group()).find());
    }

    static Optional<BigDecimal> quantity(String text) {
        Matcher quantity = QUANTITY.matcher(narrow(text));
        if (!quantity.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(quantity.group(1));
        BigDecimal counted = quantity.group(2) == null ? value : value.multiply(TEN_THOUSAND);
        BigDecimal whole = switch (Optional.ofNullable(quantity.group(3)).orElse("")) {
            case "公顷" -> counted.multiply(MU_OF_HECTARE);
            case "mw" -> counted.multiply(KVA_OF_MW);
            default -> counted;
        };
        return Optional.of(new BigDecimal(whole.stripTrailingZeros().toPlainString()));
    }

    static boolean isFloor(String text) {
        return narrow(text).matches(".*(m2|平方米|平米|平方).*");
    }

    static boolean isLand(String text) {
        return narrow(text).matches(".*(亩|公顷).*");
    }
}
