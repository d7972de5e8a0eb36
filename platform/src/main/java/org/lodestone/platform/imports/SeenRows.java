package org.lodestone.platform.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the rows before have said, so that rows of one file are compared with each other too. */
public final class SeenRows {

    private final Map<String, Integer> rows = new HashMap<>();

    /** The first earlier row with one of the keys; from now on this row has them too. */
    public Optional<Integer> meet(int row, Collection<String> keys) {
        Optional<Integer> earlier =
                keys.stream().map(rows::get).filter(java.util.Objects::nonNull).min(Integer::compare);
        keys.forEach(key -> rows.putIfAbsent(key, row));
        return earlier;
    }
}
