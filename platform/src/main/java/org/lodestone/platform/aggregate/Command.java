package org.lodestone.platform.aggregate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Scope;

/**
 * A write, asked for by somebody at some moment.
 *
 * @param key the {@code Idempotency-Key} made unique for subject and path, or {@code null}
 * @param fingerprint SHA-256 of method, path and body: the same key with another fingerprint is refused
 * @param expectedVersion of {@code If-Match}; {@code null} where none is required: a lost race is then read again and retried
 * @param at business time of the change; the original moment when history is brought in
 * @param by its author; the original one when history is brought in
 * @param recordedAt when it was really written
 */
public record Command(
        Scope scope,
        @Nullable String key,
        String fingerprint,
        @Nullable Long expectedVersion,
        Instant at,
        String by,
        Instant recordedAt,
        boolean backfill) {

    /** A command the service gives itself, made idempotent by {@code key}. */
    public static Command ofSystem(String key, String by, Instant at) {
        return new Command(Scope.system(), key, key, null, at, by, at, false);
    }
}
