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

    /** {@code field} is a dotted path, e.g. {@code investor.name}. */
    public record Change(
            String field, @Nullable Object before, @Nullable Object after) {}
}
