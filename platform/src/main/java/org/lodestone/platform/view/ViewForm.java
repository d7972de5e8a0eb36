package org.lodestone.platform.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.CheckedLater;
import org.lodestone.platform.web.Checks;

/**
 * A view as it is asked for.
 *
 * @param zone where it is shared; needed of somebody of several zones
 */
public record ViewForm(
        @Nullable String name,
        @Nullable String of,
        @Nullable Map<String, List<String>> filter,
        @Nullable String sort,
        @Nullable List<String> columns,
        @Nullable String as,
        @Nullable Boolean shared,
        @Nullable String zone)
        implements CheckedLater {

    private static final Set<String> LOOKS = Set.of("table", "cards", "calendar");
    private static final int NAME = 60;
    private static final int VALUES = 200;
    private static final int COLUMNS = 60;

    boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }

    Map<String, List<String>> filterOrNone() {
        return filter == null ? Map.of() : filter;
    }

    /** Of the filters those that can be judged: what has no value is refused as such. */
    Map<String, List<String>> filterWithValues() {
        return filterOrNone().entrySet().stream()
                .filter(entry -> !listed(entry.getValue()).isEmpty()
                        && entry.getValue().stream().noneMatch(Objects::isNull))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<String> columnsOrNone() {
        return columns == null ? List.of() : columns;
    }

    /** What needs to know nothing of the list; {@link ViewDesk} holds the rest against it, and both are answered together. */
    @Override
    public void check(Checks checks) {
        checks.requiredName("name", name).text("name", name, NAME).required("of", of);
        checks.size("columns", columns, COLUMNS).code("sort", sort == null ? null : sort.replaceFirst("^-", ""));
        columnsOrNone().forEach(column -> checks.code("columns", column));
        if (as != null && !LOOKS.contains(as)) {
            checks.add("as", "type.enum", "table, cards, calendar");
        }
        filterOrNone().forEach((field, values) -> {
            checks.required("filter." + field, values).size("filter." + field, values, VALUES);
            listed(values).forEach(value -> checks.text("filter." + field, value, VALUES));
        });
        checks.code("zone", zone);
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
