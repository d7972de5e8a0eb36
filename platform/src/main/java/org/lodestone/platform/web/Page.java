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
        int limit = limit(asked == null ? null : asked.toString(), problems);
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
        return limit;
    }

    /** As text, so that one that is no number is said together with what else is wrong with the request. */
    public static int limit(@Nullable String asked, List<FieldProblem> problems) {
        return number(new Bounds("limit", DEFAULT_LIMIT, MAX_LIMIT), asked, problems);
    }

    /**
     * How many of something a parameter may ask for: at least one.
     *
     * @param usual where nothing is asked
     */
    public record Bounds(String parameter, int usual, int most) {}

    /** @return the usual number where there is something to say about the one asked for */
    public static int number(Bounds bounds, @Nullable String asked, List<FieldProblem> problems) {
        if (asked == null || asked.isBlank()) {
            return bounds.usual();
        }
        try {
            int number = Integer.parseInt(asked.strip());
            if (number >= 1 && number <= bounds.most()) {
                return number;
            }
            problems.add(FieldProblem.of(bounds.parameter(), "range", 1, bounds.most()));
        } catch (NumberFormatException e) {
            problems.add(FieldProblem.of(bounds.parameter(), "type.integer"));
        }
        return bounds.usual();
    }
}
