package org.lodestone.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Amount.Unit;

class FieldChangesTests {

    record Plan(Money money, String site) {}

    record Money(@Nullable Amount planned) {}

    @Test
    void amountIsToldWithItsUnitBeforeAndAfter() {
        Plan before = new Plan(new Money(Amount.of("8000.00", Unit.CNY_10K)), "A-3");
        Plan after = new Plan(new Money(Amount.of("9000.00", Unit.CNY_10K)), "A-3");

        assertThat(FieldChanges.between(before, after))
                .containsExactly(new HistoryEntry.Change(
                        "money.planned",
                        Map.of("value", "8000.00", "unit", "CNY_10K"),
                        Map.of("value", "9000.00", "unit", "CNY_10K")));
        assertThat(FieldChanges.between(before, new Plan(new Money(null), "A-4")))
                .containsExactlyElementsOf(List.of(
                        new HistoryEntry.Change("money.planned", Map.of("value", "8000.00", "unit", "CNY_10K"), null),
                        new HistoryEntry.Change("site", "A-3", "A-4")));
    }

    @Test
    void sameAmountWrittenOtherwiseIsNoChange() {
        Plan before = new Plan(new Money(Amount.of("8000", Unit.CNY_10K)), "A-3");

        assertThat(FieldChanges.between(before, new Plan(new Money(Amount.of("8000.00", Unit.CNY_10K)), "A-3")))
                .isEmpty();
    }
}
