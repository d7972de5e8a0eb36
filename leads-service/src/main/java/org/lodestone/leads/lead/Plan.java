package org.lodestone.leads.lead;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;

/** What the investor wants to do, and what has been put on paper about it. */
public record Plan(
        Business business,
        @Nullable Investment investment,
        @Nullable Needs needs,
        @Nullable Expected expected,
        Terms terms,
        List<Paper> documents) {

    /** @param industry GB/T 4754-2017, e.g. C3985 */
    public record Business(
            @Nullable String industry,
            @Nullable String chain,
            @Nullable String content) {}

    /** @param unknown said plainly, which is more than not having asked */
    public record Investment(
            @Nullable Amount planned, @Nullable Boolean unknown) {}

    /** Land in 亩, floor in square metres, power in kVA. */
    public record Needs(
            @Nullable BigDecimal landMu,
            @Nullable BigDecimal floorM2,
            @Nullable BigDecimal powerKva,
            @Nullable String environment) {}

    /** A year's output and tax. */
    public record Expected(
            @Nullable Amount output,
            @Nullable Amount tax,
            @Nullable Integer jobs) {}

    public record Terms(List<String> siteOptions, @Nullable String keyTerms) {}

    /**
     * A document that exists on paper: an intent or framework agreement is not a contract.
     *
     * @param file the document of the lead that holds it; written by nobody but what files it
     */
    public record Paper(
            @Nullable String id,
            @Nullable PaperKind kind,
            @Nullable String number,
            @Nullable LocalDate on,
            @Nullable String title,
            @Nullable String file) {

        Paper filed(@Nullable String where) {
            return new Paper(id, kind, number, on, title, where);
        }
    }

    public enum PaperKind {
        INTENT,
        FRAMEWORK,
        CONTRACT,
        EVIDENCE
    }

    public @Nullable Amount planned() {
        return investment == null ? null : investment.planned();
    }
}
