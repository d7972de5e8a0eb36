package org.lodestone.platform.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list as somebody wants to see it again.
 *
 * @param of what it lists
 * @param filter values by the list's names
 * @param as how it is shown: {@code table}, {@code cards} or {@code calendar}
 * @param sharedIn the zone whose people see it; {@code null} for its owner alone
 * @param by its owner
 * @param removedAt since when it is gone; it can be brought back
 */
public record SavedView(
        String id,
        String name,
        String of,
        Map<String, List<String>> filter,
        @Nullable String sort,
        List<String> columns,
        String as,
        @Nullable String sharedIn,
        String by,
        Instant updatedAt,
        @Nullable Instant removedAt) {

    boolean isThere() {
        return removedAt == null;
    }

    SavedView removed(@Nullable Instant at) {
        return new SavedView(id, name, of, filter, sort, columns, as, sharedIn, by, updatedAt, at);
    }

    SavedView showing(List<String> known) {
        return known.equals(columns)
                ? this
                : new SavedView(id, name, of, filter, sort, known, as, sharedIn, by, updatedAt, removedAt);
    }

    /** The rest as it is told in another. */
    SavedView becoming(SavedView told) {
        return new SavedView(
                id,
                told.name,
                told.of,
                told.filter,
                told.sort,
                told.columns,
                told.as,
                told.sharedIn,
                by,
                told.updatedAt,
                removedAt);
    }

    /** Apart from when it was written. */
    boolean says(SavedView other) {
        return becoming(other).updated(updatedAt).equals(this);
    }

    private SavedView updated(Instant at) {
        return new SavedView(id, name, of, filter, sort, columns, as, sharedIn, by, at, removedAt);
    }
}
