package org.lodestone.leads.referrer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateIds;
import org.lodestone.platform.process.Process;

/**
 * A referrer as a zone keeps them: a chamber, a bank, a firm; under the name that its leads have as their source.
 *
 * @param from first day of the term
 * @param until last day of the term
 */
public record Referrer(
        String id,
        long version,
        String zone,
        String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String note)
        implements Process {

    private static final char BEHIND_ZONE = '.';

    static String id(String zone, String name) {
        return zone + BEHIND_ZONE + AggregateIds.of(zone + "\n" + name);
    }

    static String zoneOf(String id) {
        int dot = id.indexOf(BEHIND_ZONE);
        return dot < 0 ? "" : id.substring(0, dot);
    }

    /** Nothing of it is ever left to do. */
    @Override
    public boolean finished() {
        return true;
    }

    boolean isCurrent(LocalDate today) {
        return (from == null || !from.isAfter(today)) && (until == null || !until.isBefore(today));
    }

    Referrer with(@Nullable LocalDate begins, @Nullable LocalDate ends, @Nullable String words) {
        return new Referrer(id, version, zone, name, begins, ends, words);
    }

    boolean says(Referrer other) {
        return with(other.from, other.until, other.note).equals(this);
    }
}
