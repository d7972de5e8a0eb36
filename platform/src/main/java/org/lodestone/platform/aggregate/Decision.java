package org.lodestone.platform.aggregate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Event;

/**
 * What an aggregate decided: its next value, the one event that says so publicly, and the line its history keeps.
 *
 * @param next the version in it is ignored: the store sets it
 */
public record Decision<A extends Aggregate>(A next, Event event, Line line) {

    /**
     * The private part; who, when and the fields before and after are added by the store.
     *
     * @param kind e.g. {@code captured}, {@code changed}, {@code moved}, {@code followed-up}, {@code assessed}
     * @param dwell time spent in {@code from}
     * @param quiet tells which fields changed, and nothing of what they were or are: the values are what is to be forgotten
     */
    public record Line(
            String kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Duration dwell,
            boolean quiet) {

        public Line(
                String kind,
                @Nullable String from,
                @Nullable String to,
                @Nullable String reason,
                @Nullable String note,
                @Nullable Duration dwell) {
            this(kind, from, to, reason, note, dwell, false);
        }

        public static Line quiet(String kind) {
            return new Line(kind, null, null, null, null, null, true);
        }

        public static Line of(String kind) {
            return new Line(kind, null, null, null, null, null);
        }
    }
}
