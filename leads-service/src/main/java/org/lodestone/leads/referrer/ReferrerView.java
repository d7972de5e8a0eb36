package org.lodestone.leads.referrer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.referrer.Brought.Counts;

/**
 * A referrer of a zone and what they brought.
 *
 * @param id absent for a name that leads have and nobody keeps yet
 * @param current whether their term runs; a name that nobody keeps has none
 * @param leads all they brought
 */
record ReferrerView(
        @Nullable String id,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean current,
        @Nullable String note,
        String zone,
        long leads,
        Conversion conversion) {

    /** @param value absent where nothing was brought */
    record Conversion(
            long numerator, long denominator, @Nullable BigDecimal value, Open open) {

        private static final int DIGITS = 4;

        static Conversion of(long numerator, long denominator, Open open) {
            BigDecimal value = denominator == 0
                    ? null
                    : BigDecimal.valueOf(numerator)
                            .divide(BigDecimal.valueOf(denominator), DIGITS, RoundingMode.HALF_UP);
            return new Conversion(numerator, denominator, value, open);
        }
    }

    /** The lists that show exactly what was counted. */
    record Open(String numerator, String denominator) {

        static Open of(String zone, String name, Counts counts) {
            return new Open(list(zone, name, counts.won()), list(zone, name, counts.counted()));
        }

        private static String list(String zone, String name, List<String> states) {
            String referrer = "referrer=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
            // One value alone is split at its commas; what is repeated is not.
            String said = name.indexOf(',') < 0 ? referrer : referrer + '&' + referrer;
            return "/leads?" + said + "&zone=" + zone + "&state=" + String.join(",", states);
        }
    }

    static ReferrerView of(Referrer referrer, Counts counts, LocalDate today) {
        return new ReferrerView(
                referrer.id(),
                referrer.name(),
                referrer.from(),
                referrer.until(),
                referrer.isCurrent(today),
                referrer.note(),
                referrer.zone(),
                counts.leads().getOrDefault(referrer.name(), 0L),
                conversion(referrer.zone(), referrer.name(), counts));
    }

    static ReferrerView named(String zone, String name, Counts counts) {
        return new ReferrerView(
                null,
                name,
                null,
                null,
                false,
                null,
                zone,
                counts.leads().getOrDefault(name, 0L),
                conversion(zone, name, counts));
    }

    private static Conversion conversion(String zone, String name, Counts counts) {
        return Conversion.of(
                counts.signed().getOrDefault(name, 0L),
                counts.leads().getOrDefault(name, 0L),
                Open.of(zone, name, counts));
    }
}
