package org.lodestone.projects.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;

/** What was agreed and what is expected. */
public record Plan(
        @Nullable Contract contract,
        @Nullable Investment investment,
        @Nullable Output output,
        @Nullable LocalDate targetStartOn) {

    /** The formal contract 正式合同. */
    public record Contract(
            @Nullable String number,
            @Nullable LocalDate on,
            @Nullable Amount amount) {}

    /** @param fixed 固定资产投资, part of the total */
    public record Investment(
            @Nullable Amount total, @Nullable Amount fixed) {}

    /** A year's output. */
    public record Output(
            @Nullable Amount expected, @Nullable Amount actual) {}
}
