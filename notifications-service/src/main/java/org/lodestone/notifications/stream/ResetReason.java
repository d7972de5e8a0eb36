package org.lodestone.notifications.stream;

import java.util.Locale;

/** Why a stream could not go on exactly where it was. */
enum ResetReason {
    /** The log no longer reaches back that far. */
    EXPIRED,
    /** The position is of another log. */
    EPOCH,
    /** Too much was missed to be read again. */
    OVERRUN,
    /** Not a position, or one that the log has not reached. */
    INVALID,
    /** The same person opened newer streams. This one ends. */
    REPLACED;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
