package org.lodestone.leads.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateIds;

/**
 * How one company belongs to another, as somebody of a zone wrote it down.
 *
 * @param id the same for the same two, kind and zone
 * @param from is shareholder of, in the group of, or a branch of {@code to}
 * @param percent of the shares
 */
public record Link(
        String id,
        String zone,
        End from,
        End to,
        Kind kind,
        @Nullable BigDecimal percent,
        Instant at,
        String by) {

    public enum Kind {
        SHAREHOLDER,
        GROUP,
        BRANCH
    }

    /** @param key the company's id then; what was known by its name alone may have a code now */
    public record End(String key, String name) {}

    static String id(String zone, String from, String to, Kind kind) {
        return AggregateIds.of(zone + "\n" + from + "\n" + to + "\n" + kind);
    }
}
