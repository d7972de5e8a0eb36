package org.lodestone.platform.pipeline;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Components;

/** What a gate may ask. It knows paths and counts, not leads or projects. */
public interface Facts {

    /** The value at a dotted path, {@code null} if there is none. */
    @Nullable
    Object value(String path);

    /** How many of something there are, e.g. {@code meetings} or {@code documents.INTENT}. */
    long count(String what);

    static Facts none() {
        return of(Map.of(), Map.of());
    }

    /** Paths through records and maps; a count is the size of the collection at that path. */
    static Facts of(Object root) {
        return of(root, Map.of());
    }

    /** @param counts asked first, for what is not simply the size of a collection */
    static Facts of(Object root, Map<String, Long> counts) {
        return new Facts() {
            @Override
            public @Nullable Object value(String path) {
                return at(root, path);
            }

            @Override
            public long count(String what) {
                Long known = counts.get(what);
                if (known != null) {
                    return known;
                }
                return at(root, what) instanceof Collection<?> items ? items.size() : 0;
            }
        };
    }

    private static @Nullable Object at(Object root, String path) {
        Object value = root;
        for (String name : path.split("\\.")) {
            if (value == null) {
                return null;
            }
            value = step(value, name);
        }
        return value;
    }

    private static @Nullable Object step(Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (!(value instanceof Record fields)) {
            return null;
        }
        for (RecordComponent component : Components.of(fields)) {
            if (component.getName().equals(name)) {
                return Components.value(component, fields);
            }
        }
        return null;
    }
}
