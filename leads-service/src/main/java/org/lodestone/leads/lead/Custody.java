package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a lead came to whom it has, who let it lapse before, and who watches it.
 *
 * @param because {@code null} for leads of a time when nobody wrote it down
 * @param lapses oldest first
 * @param watchers user names in the order they began
 * @param tenures of those who gave it back, or took it again; absent where nobody did
 */
public record Custody(
        @Nullable Because because,
        List<Lapse> lapses,
        List<String> watchers,
        @Nullable List<Tenure> tenures) {

    static final Custody NONE = new Custody(null, List.of(), List.of(), null);

    @Override
    public List<Tenure> tenures() {
        return tenures == null ? List.of() : tenures;
    }

    /** Who once lost it again matters for months, not for ever. */
    private static final int MOST_LAPSES = 10;

    /** Somebody had it and did nothing about it for so long that it went back to the pool. */
    public record Lapse(String person, Instant at) {}

    public static Custody of(@Nullable Because because) {
        return because == null ? NONE : new Custody(because, List.of(), List.of(), null);
    }

    Custody because(Because next, List<Tenure> kept) {
        return new Custody(next, lapses, watchers, kept);
    }

    Custody lapsed(String person, Instant at) {
        List<Lapse> all = new ArrayList<>(lapses);
        all.add(new Lapse(person, at));
        List<Lapse> newest = List.copyOf(all.subList(Math.max(0, all.size() - MOST_LAPSES), all.size()));
        return new Custody(because, newest, watchers, tenures);
    }

    Custody watchedBy(String person, boolean watching) {
        List<String> all = new ArrayList<>(watchers);
        all.remove(person);
        if (watching) {
            all.add(person);
        }
        return new Custody(because, lapses, List.copyOf(all), tenures);
    }
}
