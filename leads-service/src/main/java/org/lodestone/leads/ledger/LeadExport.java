package org.lodestone.leads.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who took what out of the system, when.
 *
 * @param zones what the taker works in, or {@code *} for all
 * @param filter the filters as they were asked for
 * @param columns by their fields
 * @param contacts whether contacts were among them, unmasked as far as the taker may see them
 * @param rows how many were taken; absent while it runs, and for ever when the service was killed meanwhile
 */
public record LeadExport(
        String id,
        Instant at,
        String by,
        List<String> zones,
        Format format,
        Map<String, String> filter,
        List<String> columns,
        boolean contacts,
        State state,
        @Nullable Long rows,
        @Nullable Instant endedAt) {

    public enum Format {
        XLSX,
        CSV
    }

    public enum State {
        RUNNING,
        DONE,
        /** The reader went away before the end. */
        BROKEN_OFF,
        FAILED
    }
}
