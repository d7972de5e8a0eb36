package org.lodestone.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.lodestone.contracts.Money;

/** Money. On the wire {@code {"value":"12000.00","unit":"CNY_10K"}}: the value is a decimal string, never a JSON number. */
public record Amount(
        @JsonProperty("value") BigDecimal value,
        @JsonProperty("unit") Unit unit) {

    /** The factor to yuan. */
    public enum Unit {
        CNY(BigDecimal.ONE),
        /** 万元. */
        CNY_10K(BigDecimal.valueOf(10_000));

        private final BigDecimal yuan;

        Unit(BigDecimal yuan) {
            this.yuan = yuan;
        }
    }

    /** Keeps the digits given, but never an exponent. */
    public Amount {
        value = value.scale() < 0 ? value.setScale(0) : value;
    }

    public static Amount of(String value, Unit unit) {
        return new Amount(new BigDecimal(value), unit);
    }

    public static Amount of(Money money) {
        return of(money.value(), Unit.valueOf(money.unit()));
    }

    /** The same amount in yuan: what is compared, sorted and summed. */
    public BigDecimal toCny() {
        return value.multiply(unit.yuan);
    }

    /** As events carry it. */
    public Money toMoney() {
        return new Money(value.toPlainString(), unit.name());
    }

    @JsonIgnore
    public boolean isPositive() {
        return value.signum() > 0;
    }
}
