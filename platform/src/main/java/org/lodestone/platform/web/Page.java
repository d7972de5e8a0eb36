package org.lodestone.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next cursor of the following page; absent on the last
 * @param facets field → value → count, where asked for
 */
public record Page<T>(
        List<T> items,
        @Nullable String next,
        Total total,
        @Nullable Map<String, Map<String, Long>> facets) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** @param exact false when counting stopped at {@code value} */
    public record Total(long value, boolean exact) {}

    /** The {@code limit} parameter: 50 where absent, 1 to 200. */
    public static int limit(@Nullable Integer asked) {
        List<FieldProblem> problems = new ArrayList<>();
        int limit = limit(asked, problems);
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
        return limit;
    }

    /** As text, so that one that is no number is said together with what else is wrong with the request. */
    public static int limit(@Nullable String asked, List<FieldProblem> problems) {
        try {
            return limit(asked == null || asked.isBlank() ? null : Integer.valueOf(asked.strip()), problems);
        } catch (NumberFormatException e) {
            problems.add(FieldProblem.of("limit", "type.integer"));
            return DEFAULT_LIMIT;
        }
    }

    /** Said together with what else is wrong with the request. */
    public static int limit(@Nullable Integer asked, List<FieldProblem> problems) {
        int limit = asked == null ? DEFAULT_LIMIT : asked;
        if (limit < 1 || limit > MAX_LIMIT) {
            problems.add(FieldProblem.of("limit", "range", 1, MAX_LIMIT));
        }
        return limit;
    }
}
