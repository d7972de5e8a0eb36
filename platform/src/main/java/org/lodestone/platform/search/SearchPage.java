package org.lodestone.platform.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param next cursor of the following page; {@code null} at the end
 * @param total of all that matches, {@value #MAX_TOTAL} at most; {@code exact} says whether that is all
 * @param facets by field, then value, the most frequent first
 * @param position {@code X-Stream-Position}: the events this answer already contains; empty while the broker was never reached
 */
public record SearchPage<A>(
        List<Hit<A>> items,
        @Nullable String next,
        long total,
        boolean exact,
        Map<String, Map<String, Long>> facets,
        String position) {

    /** Counting further would cost more than it tells. */
    public static final int MAX_TOTAL = 10_000;
}
