package org.lodestone.platform.table;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Amount.Unit;

/** Amounts as letters from abroad have them: RMB 350 million, CNY 0.35bn. Without a currency nobody knows what they are in. */
final class EnglishAmount {

    private static final Pattern AMOUNT = Pattern.compile(
            "(?<number>[\\d,]*\\.?\\d+)(?<unit>thousand|million|billion|mln|mio|mn|bn|k|m|b)",
            Pattern.CASE_INSENSITIVE);

    private EnglishAmount() {}

    /** Empty where it is none. */
    static Optional<Reading<Amount>> parse(String text, String said, boolean yuan) {
        Matcher parts = AMOUNT.matcher(said);
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (!NumberText.isNumber(parts.group("number"))) {
            return Optional.of(Reading.refused("not-an-amount", text));
        }
        if (!yuan) {
            return Optional.of(Reading.refused("amount-without-currency", text));
        }
        BigDecimal wan = NumberText.number(parts.group("number")).multiply(wan(parts.group("unit")));
        return Optional.of(Reading.of(new Amount(wan.stripTrailingZeros(), Unit.CNY_10K)));
    }

    private static BigDecimal wan(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT).charAt(0)) {
            case 't', 'k' -> new BigDecimal("0.1");
            case 'm' -> BigDecimal.valueOf(100);
            default -> BigDecimal.valueOf(100_000);
        };
    }
}
