package org.lodestone.platform.search;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What belongs to Chinese characters; asked for each of every name, so without a box around it. */
final class CharacterTable<V> {

    /** Below are no Chinese characters. */
    private static final int FIRST = 0x3007;

    private static final int BASIC = 0x10000;

    private final Map<Integer, V> all;
    private final @Nullable Object[] basic = new @Nullable Object[BASIC - FIRST];

    CharacterTable(Map<Integer, V> all) {
        this.all = all;
        all.forEach((character, value) -> {
            if (character >= FIRST && character < BASIC) {
                basic[character - FIRST] = value;
            }
        });
    }

    @SuppressWarnings("unchecked")
    V get(int character, V otherwise) {
        if (character < FIRST) {
            return otherwise;
        }
        if (character >= BASIC) {
            return all.getOrDefault(character, otherwise);
        }
        Object value = basic[character - FIRST];
        return value == null ? otherwise : (V) value;
    }

    Collection<V> values() {
        return all.values();
    }
}
