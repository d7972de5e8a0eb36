package org.lodestone.notifications.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lodestone.contracts.Money;

/** Amounts as the trade writes them: 亿元 from one up, else 万元. */
final class Amounts {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private Amounts() {}

    static String words(Money money) {
        BigDecimal value = new BigDecimal(money.value());
        BigDecimal tenThousands =
                money.unit().equals("CNY_10K") ? value : value.divide(TEN_THOUSAND, 6, RoundingMode.HALF_UP);
        return tenThousands.compareTo(TEN_THOUSAND) >= 0
                ? plain(tenThousands.divide(TEN_THOUSAND, 4, RoundingMode.HALF_UP)) + " 亿元"
                : plain(tenThousands) + " 万元";
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
