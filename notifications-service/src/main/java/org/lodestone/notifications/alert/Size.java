package org.lodestone.notifications.alert;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Money;

/** How large an investment is, in the steps at which leaders want to hear of it: from 1亿, 5亿 and 10亿 元 on. */
enum Size {
    USUAL(0),
    LARGE_1(1),
    LARGE_5(5),
    LARGE_10(10);

    /** 亿元 in 元, and in 万元. */
    private static final BigDecimal STEP = BigDecimal.valueOf(100_000_000);

    private static final BigDecimal STEP_OF_TEN_THOUSANDS = BigDecimal.valueOf(10_000);

    private final BigDecimal from;

    Size(int steps) {
        this.from = BigDecimal.valueOf(steps);
    }

    /** Nobody has said how much is no large amount. */
    static Size of(@Nullable Money money) {
        if (money == null) {
            return USUAL;
        }
        BigDecimal step = money.unit().equals("CNY_10K") ? STEP_OF_TEN_THOUSANDS : STEP;
        BigDecimal value = new BigDecimal(money.value());
        Size size = USUAL;
        for (Size each : values()) {
            size = value.compareTo(each.from.multiply(step)) >= 0 ? each : size;
        }
        return size;
    }

    boolean isBeyond(Size other) {
        return compareTo(other) > 0;
    }
}
