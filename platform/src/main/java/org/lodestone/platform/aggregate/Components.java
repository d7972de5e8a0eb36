package org.lodestone.platform.aggregate;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of records, each asked for once: the runtime makes them, and the way to call them, anew for whoever asks. */
public final class Components {

    private static final ClassValue<List<RecordComponent>> KNOWN = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            components.forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        }
    };

    private Components() {}

    public static List<RecordComponent> of(Record fields) {
        return KNOWN.get(fields.getClass());
    }

    public static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor failed: " + component, e);
        }
    }
}
