package org.lodestone.platform.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one service answers to an {@link Inquiry}.
 *
 * @param remaining places in which the person still is after every round
 */
public record Finding(String id, String service, List<Place> places, List<Place> remaining) {

    /**
     * @param records documents in which the person was
     * @param values places in them
     * @param items only where the values were asked for
     */
    public record Place(String place, long records, long values, List<Item> items) {

        Place plus(Place more) {
            List<Item> all = new java.util.ArrayList<>(items);
            all.addAll(more.items);
            return new Place(place, records + more.records, values + more.values, List.copyOf(all));
        }
    }

    public record Item(String id, @Nullable List<Value> found) {}

    public record Value(String field, String text) {}
}
