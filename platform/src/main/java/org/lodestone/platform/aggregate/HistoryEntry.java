package org.lodestone.platform.aggregate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of an aggregate's history, as api.md shows it. {@code before} and {@code after} are plain JSON-like values. */
public record HistoryEntry(
        long sequence,
        Instant at,
        String by,
        Instant recordedAt,
        String recordedBy,
        String kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason,
        @Nullable String note,
        @Nullable Long dwellSeconds,
        List<Change> changes) {

    /**
     * @param field a dotted path, e.g. {@code investor.name}
     * @param erased that the values were about a person and are gone
     */
    public record Change(
            String field,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable Boolean erased) {

        public Change(String field, @Nullable Object before, @Nullable Object after) {
            this(field, before, after, null);
        }
    }
}
