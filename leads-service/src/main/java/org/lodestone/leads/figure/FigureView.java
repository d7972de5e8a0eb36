package org.lodestone.leads.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.FigureQuestion;
import org.lodestone.leads.lead.LeadFigure.Part;
import org.lodestone.platform.search.Stay;

/**
 * A figure with everything it was made of.
 *
 * @param cutOff what happened later is not counted
 * @param by what the rows are told apart by
 * @param unit of the values
 * @param rows the largest first, states in their order; what has no value of {@code by} last, with an empty key
 * @param total all rows as one; absent where that would say nothing
 */
record FigureView(
        String figure,
        Instant cutOff,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String by,
        Unit unit,
        List<Row> rows,
        @Nullable Row total) {

    enum Unit {
        LEAD,
        SECOND,
        RATIO,
        DAY
    }

    /** @param open the list of exactly the leads that were counted */
    record Count(long value, Unit unit, String open) {}

    /**
     * @param label what the key is called, where it is a code that the reader has no directory of: a region
     * @param value numerator ÷ denominator; absent where there is no denominator, which is not 0
     * @param median beside an average
     */
    record Row(
            @Nullable String key,
            @Nullable String label,
            Count numerator,
            Count denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal median) {

        private static final int RATIO_DIGITS = 4;
        private static final int DAY_DIGITS = 2;
        private static final long DAY_SECONDS = 86_400;

        static Row ratio(@Nullable String key, long numerator, long denominator, FigureLinks links) {
            return new Row(
                    key,
                    null,
                    new Count(numerator, Unit.LEAD, links.open(Part.NUMERATOR, key)),
                    new Count(denominator, Unit.LEAD, links.open(Part.DENOMINATOR, key)),
                    denominator == 0 ? null : divided(numerator, denominator, RATIO_DIGITS),
                    null);
        }

        static Row days(String key, Stay stay, FigureLinks links) {
            return new Row(
                    key,
                    null,
                    new Count(stay.seconds(), Unit.SECOND, links.open(Part.NUMERATOR, key)),
                    new Count(stay.count(), Unit.LEAD, links.open(Part.DENOMINATOR, key)),
                    divided(stay.seconds(), stay.count() * DAY_SECONDS, DAY_DIGITS),
                    divided(stay.median(), DAY_SECONDS, DAY_DIGITS));
        }

        Row called(@Nullable String name) {
            return new Row(key, name, numerator, denominator, value, median);
        }

        private static BigDecimal divided(long value, long by, int digits) {
            return BigDecimal.valueOf(value).divide(BigDecimal.valueOf(by), digits, RoundingMode.HALF_UP);
        }
    }

    static FigureView of(FigureQuestion question, Unit unit, List<Row> rows, @Nullable Row total) {
        return new FigureView(
                question.figure().code(),
                question.period().at(),
                question.period().from(),
                question.period().to(),
                question.group() == null ? null : question.group().code(),
                unit,
                rows,
                total);
    }
}
