package org.lodestone.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that an event starts, moves or stops: exactly one of the two moments is present.
 *
 * @param kind e.g. {@code first-response}, {@code assessment}, {@code follow-up}, {@code stage}, {@code next-action}
 * @param dueAt when it falls due
 * @param met when it was met, or no longer applies
 */
public record Deadline(
        String kind, @Nullable Instant dueAt, @Nullable Instant met) {}
