package org.lodestone.platform.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as it is asked for.
 *
 * @param q literal text: words apart must all occur, in any field; nothing in it is an operator
 * @param filters all of them must hold
 * @param sort fields in order of weight, comma-separated, {@code -} for descending, {@code rank} for the best match first; empty: by rank
 *     if there is a {@code q}. What lacks the field comes last. The id always decides last
 * @param cursor {@link SearchPage#next()} of the page before
 * @param limit of items, up to {@value #MAX_LIMIT}; 0 for totals and facets alone
 * @param facets keyword fields whose values are counted among all that matches
 */
public record SearchRequest(
        @Nullable String q,
        List<Condition> filters,
        String sort,
        @Nullable String cursor,
        int limit,
        List<String> facets) {

    public static final int MAX_LIMIT = 200;
    public static final String RANK = "rank";

    public SearchRequest {
        filters = List.copyOf(filters);
        facets = List.copyOf(facets);
    }

    public static SearchRequest of(List<Condition> filters, String sort, int limit) {
        return new SearchRequest(null, filters, sort, null, limit, List.of());
    }

    public SearchRequest after(@Nullable String next) {
        return new SearchRequest(q, filters, sort, next, limit, facets);
    }
}
