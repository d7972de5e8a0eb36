package org.lodestone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Money;
import org.lodestone.platform.web.Amount.Unit;

class AmountTests {

    @Test
    void keepsItsDigitsAndHasNoExponent() {
        assertThat(Amount.of("12000.00", Unit.CNY_10K).toMoney()).isEqualTo(new Money("12000.00", "CNY_10K"));
        assertThat(new Amount(new BigDecimal("1E+5"), Unit.CNY).toMoney().value())
                .isEqualTo("100000");
        assertThat(Amount.of(new Money("0.10", "CNY"))).isEqualTo(Amount.of("0.10", Unit.CNY));
    }

    @Test
    void amountsCompareInYuan() {
        assertThat(Amount.of("1.5", Unit.CNY_10K).toCny()).isEqualByComparingTo("15000");
        assertThat(Amount.of("0", Unit.CNY).isPositive()).isFalse();
    }
}
