package org.lodestone.platform.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Mandate;

/**
 * What shall be done to every row.
 *
 * @param with what the action needs, by name; each may have several values
 * @param fingerprint of the request
 */
public record BulkOrder(Mandate by, Instant at, String action, Map<String, List<String>> with, String fingerprint) {

    /** The only value, or the first. */
    public @Nullable String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? null : values.getFirst();
    }

    public List<String> values(String name) {
        return with.getOrDefault(name, List.of());
    }
}
