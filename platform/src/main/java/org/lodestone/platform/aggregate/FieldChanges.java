package org.lodestone.platform.aggregate;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;

/** Field by field, what a change did to an aggregate, in plain values. Of lists, only the elements that went and came. */
final class FieldChanges {

    /** Counted by the store, and no field of the business. */
    private static final Set<String> OWN = Set.of("id", "version");

    private final List<HistoryEntry.Change> changes = new ArrayList<>();

    private FieldChanges() {}

    static List<HistoryEntry.Change> between(@Nullable Record before, Record after) {
        FieldChanges found = new FieldChanges();
        found.walk("", before, after);
        return List.copyOf(found.changes);
    }

    private void walk(String prefix, @Nullable Record before, @Nullable Record after) {
        Record shape = Objects.requireNonNull(after == null ? before : after);
        for (RecordComponent component : Components.of(shape)) {
            if (!prefix.isEmpty() || !OWN.contains(component.getName())) {
                compare(prefix + component.getName(), value(component, before), value(component, after));
            }
        }
    }

    private void compare(String path, @Nullable Object before, @Nullable Object after) {
        if (same(before, after)) {
            return;
        }
        if (before instanceof Amount || after instanceof Amount) {
            // A number without its unit says nothing.
            add(path, plain(before), plain(after));
        } else if ((before == null || before instanceof Record) && (after == null || after instanceof Record)) {
            walk(path + '.', (Record) before, (Record) after);
        } else if ((before == null || before instanceof Collection) && (after == null || after instanceof Collection)) {
            Collection<?> old = before == null ? List.of() : (Collection<?>) before;
            Collection<?> now = after == null ? List.of() : (Collection<?>) after;
            add(path, without(old, now), without(now, old));
        } else {
            add(path, plain(before), plain(after));
        }
    }

    private void add(String path, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(new HistoryEntry.Change(path, before, after));
        }
    }

    private static boolean same(@Nullable Object before, @Nullable Object after) {
        if (before instanceof BigDecimal old && after instanceof BigDecimal now) {
            return old.compareTo(now) == 0;
        }
        if (before instanceof Amount(BigDecimal old, Amount.Unit was)
                && after instanceof Amount(BigDecimal now, Amount.Unit is)) {
            return was == is && old.compareTo(now) == 0;
        }
        return Objects.equals(before, after);
    }

    private static @Nullable Object without(Collection<?> all, Collection<?> others) {
        List<?> rest = all.stream().filter(one -> !others.contains(one)).toList();
        return rest.isEmpty() ? null : plain(rest);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> flag;
            case Integer number -> number;
            case Long number -> number;
            case BigDecimal amount -> amount.toPlainString();
            case Enum<?> constant -> constant.name();
            case Collection<?> many -> many.stream().map(FieldChanges::plain).toList();
            case Map<?, ?> map -> plainMap(map);
            case Record fields -> plainRecord(fields);
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> plainMap(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
        return plain;
    }

    private static Map<String, @Nullable Object> plainRecord(Record fields) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : Components.of(fields)) {
            Object value = value(component, fields);
            if (value != null) {
                plain.put(component.getName(), plain(value));
            }
        }
        return plain;
    }

    private static @Nullable Object value(RecordComponent component, @Nullable Record of) {
        return of == null ? null : Components.value(component, of);
    }
}
