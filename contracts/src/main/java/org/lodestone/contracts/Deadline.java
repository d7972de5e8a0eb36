package org.lodestone.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that an event starts, moves or stops: exactly one of {@code dueAt} and {@code met} is present.
 *
 * @param kind e.g. {@code first-response}, {@code assessment}, {@code follow-up}, {@code stage}, {@code next-action}
 * @param dueAt when it falls due: the yellow light
 * @param met when it was met, or no longer applies
 * @param redAt when it is very late: the red light; absent where there is none, and in events of a time when it was not said
 */
public record Deadline(
        String kind,
        @Nullable Instant dueAt,
        @Nullable Instant met,
        @Nullable Instant redAt) {

    public static Deadline due(String kind, Instant dueAt, @Nullable Instant redAt) {
        return new Deadline(kind, dueAt, null, redAt);
    }

    public static Deadline met(String kind, Instant at) {
        return new Deadline(kind, null, at, null);
    }
}
