package org.lodestone.leads.settings;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a zone judges a lead.
 *
 * @param proceedFrom points from which it is proposed to proceed
 * @param rejectBelow points below which it is proposed to reject, once nothing unknown could still lift it
 * @param factors their weights add up to 100
 * @param chains the zone wants; empty: all
 * @param investorTags of leads that speak of a strong investor
 */
public record Scoring(
        int proceedFrom,
        int rejectBelow,
        Floors floors,
        List<String> chains,
        List<String> investorTags,
        Vetoes vetoes,
        List<Factor> factors) {

    public Scoring {
        floors = floors == null ? new Floors(null, null) : floors;
        vetoes = vetoes == null ? new Vetoes(null, null, null, null, null) : vetoes;
        chains = listed(chains);
        investorTags = listed(investorTags);
        factors = listed(factors);
    }

    /** 万元/亩; what has no floor cannot be compared with one. */
    public record Floors(
            @Nullable BigDecimal intensity, @Nullable BigDecimal tax) {}

    /**
     * What rules a lead out.
     *
     * @param industries GB/T 4754 codes, or their beginnings
     * @param words in what is said of the business and its environment
     * @param minIntensity 万元/亩
     * @param minTax 万元/亩
     */
    public record Vetoes(
            List<String> industries,
            List<String> words,
            @Nullable BigDecimal minIntensity,
            @Nullable BigDecimal minTax,
            @Nullable BigDecimal maxPowerKva) {

        /** {@code null}: none. */
        public Vetoes(
                @Nullable List<String> industries,
                @Nullable List<String> words,
                @Nullable BigDecimal minIntensity,
                @Nullable BigDecimal minTax,
                @Nullable BigDecimal maxPowerKva) {
            this.industries = listed(industries);
            this.words = listed(words);
            this.minIntensity = minIntensity;
            this.minTax = minTax;
            this.maxPowerKva = maxPowerKva;
        }
    }

    /** @param weight points at most */
    public record Factor(Code code, int weight, List<Band> bands, List<Step> steps) {

        public Factor {
            bands = listed(bands);
            steps = listed(steps);
        }

        /** What this factor is measured by, if by a figure. */
        public enum Code {
            CHAIN(Kind.STEPS, "WANTED", "OTHER"),
            AMOUNT(Kind.BANDS),
            INTENSITY(Kind.BANDS),
            TAX(Kind.BANDS),
            ENERGY(Kind.BANDS),
            ENVIRONMENT(Kind.RULES),
            INVESTOR(Kind.STEPS, "USCC_VALID", "CHAIN_LEADER", "TAGGED"),
            TIMEFRAME(Kind.STEPS, "NEXT_ACTION", "DATED_AGREEMENT"),
            COMPLETENESS(Kind.SHARE);

            private final Kind kind;
            private final List<String> steps;

            Code(Kind kind, String... steps) {
                this.kind = kind;
                this.steps = List.of(steps);
            }

            public Kind kind() {
                return kind;
            }

            List<String> steps() {
                return steps;
            }
        }

        /** By bands of a figure, by named steps, by the words of rules, or by the share of what is known. */
        public enum Kind {
            BANDS,
            STEPS,
            RULES,
            SHARE
        }
    }

    /** @param percent of the weight, from this figure on */
    public record Band(@Nullable BigDecimal from, int percent) {}

    /** @param words of a rule: it holds where one of them occurs */
    public record Step(@Nullable String code, int percent, List<String> words) {

        public Step {
            words = listed(words);
        }
    }

    private static <T> List<T> listed(@Nullable List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }
}
