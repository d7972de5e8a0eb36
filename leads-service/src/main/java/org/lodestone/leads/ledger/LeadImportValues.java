package org.lodestone.leads.ledger;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.platform.table.AmountText;
import org.lodestone.platform.table.AmountText.HeaderUnit;
import org.lodestone.platform.table.Reading;
import org.lodestone.platform.web.Amount;

/** What people type into cells, as values: every width of digits, units in the cell or above the column. */
final class LeadImportValues {

    private static final Pattern QUANTITY =
            Pattern.compile("约?(\\d{1,12}(?:\\.\\d{1,4})?)(万)?(亩|公顷|m2|平方米|平米|平方|kva|千伏安|mw)?");
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

    static boolean isUnknown(String text) {
        return narrow(text).matches("未知|待定|不详|未定|暂无|保密|unknown|tbd");
    }

    /** In 万元 unless the cell or its heading says otherwise. */
    static Reading<Amount> amount(String text, String heading) {
        HeaderUnit unit = HeaderUnit.of(heading);
        return AmountText.parse(text, unit == null ? HeaderUnit.WAN : unit);
    }

    static Optional<BigDecimal> quantity(String text) {
        Matcher quantity = QUANTITY.matcher(narrow(text));
        if (!quantity.matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(quantity.group(1));
        BigDecimal counted = quantity.group(2) == null ? value : value.multiply(TEN_THOUSAND);
        return Optional.of(
                switch (Optional.ofNullable(quantity.group(3)).orElse("")) {
                    case "公顷" -> counted.multiply(MU_OF_HECTARE);
                    case "mw" -> counted.multiply(KVA_OF_MW);
                    default -> counted;
                });
    }

    static boolean isFloor(String text) {
        return narrow(text).matches(".*(m2|平方米|平米|平方).*");
    }

    static boolean isLand(String text) {
        return narrow(text).matches(".*(亩|公顷).*");
    }
}
