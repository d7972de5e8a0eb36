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
 */
public record Custody(@Nullable Because because, List<Lapse> lapses, List<String> watchers) {

    static final Custody NONE = new Custody(null, List.of(), List.of());

    /** Who once lost it again matters for months, not for ever. */
    private static final int MOST_LAPSES = 10;

    /** Somebody had it and did nothing about it for so long that it went back to the pool. */
    public record Lapse(String person, Instant at) {}

    public static Custody of(@Nullable Because because) {
        return because == null ? NONE : new Custody(because, List.of(), List.of());
    }

    Custody because(Because next) {
        return new Custody(next, lapses, watchers);
    }

    Custody lapsed(String person, Instant at) {
        List<Lapse> all = new ArrayList<>(lapses);
        all.add(new Lapse(person, at));
        return new Custody(
                because, List.copyOf(all.subList(Math.max(0, all.size() - MOST_LAPSES), all.size())), watchers);
    }

    Custody watchedBy(String person, boolean watching) {
        List<String> all = new ArrayList<>(watchers);
        all.remove(person);
        if (watching) {
            all.add(person);
        }
        return new Custody(because, lapses, List.copyOf(all));
    }
}
