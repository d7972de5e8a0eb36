package org.lodestone.leads.assignment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.web.Amount;

/**
 * Which new leads go to whom.
 *
 * @param id begins with its zone
 * @param to user names, in the order they take turns
 * @param capacity unended leads that each of them may have before this rule passes them over; beside the zone's own limit
 */
public record Rule(
        String id,
        String name,
        When when,
        List<String> to,
        Way by,
        @Nullable Integer capacity,
        boolean active) {

    public enum Way {
        ROUND_ROBIN,
        LEAST_LOADED
    }

    /**
     * What is left empty fits every lead.
     *
     * @param amountFrom in 万元, inclusive
     * @param amountTo in 万元, exclusive
     */
    public record When(
            List<String> parks,
            List<String> chains,
            List<String> channels,
            @Nullable BigDecimal amountFrom,
            @Nullable BigDecimal amountTo) {

        static final When ALWAYS = new When(List.of(), List.of(), List.of(), null, null);

        private static final BigDecimal CNY_10K = BigDecimal.valueOf(10_000);

        boolean fits(LeadForm lead) {
            String channel = lead.source() == null || lead.source().channel() == null
                    ? null
                    : lead.source().channel().name();
            return among(parks, lead.park())
                    && among(chains, lead.chain())
                    && among(channels, channel)
                    && fits(lead.investment() == null ? null : lead.investment().planned());
        }

        private static boolean among(List<String> wanted, @Nullable String value) {
            return wanted.isEmpty() || (value != null && wanted.contains(value));
        }

        /** A lead whose amount nobody knows fits no range. */
        private boolean fits(@Nullable Amount planned) {
            if (amountFrom == null && amountTo == null) {
                return true;
            }
            return planned != null
                    && (amountFrom == null || planned.toCny().compareTo(amountFrom.multiply(CNY_10K)) >= 0)
                    && (amountTo == null || planned.toCny().compareTo(amountTo.multiply(CNY_10K)) < 0);
        }
    }

    boolean fits(LeadForm lead) {
        return active && when.fits(lead);
    }

    String zone() {
        return zoneOf(id);
    }

    static String zoneOf(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    /** The other in their place, once. */
    Rule naming(String from, String other) {
        List<String> people = to.stream()
                .map(person -> person.equals(from) ? other : person)
                .distinct()
                .toList();
        return new Rule(id, name, when, people, by, capacity, active);
    }
}
