package org.lodestone.platform.search;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one aggregate, collected by its mapping. {@code null} is left out; several puts add up. */
public final class SearchDocument {

    private final SearchSchema schema;
    private final Map<String, List<Object>> values = new LinkedHashMap<>();

    SearchDocument(SearchSchema schema) {
        this.schema = schema;
    }

    public SearchDocument put(String field, @Nullable String value) {
        return value == null || value.isBlank() ? this : add(field, value);
    }

    public SearchDocument put(String field, @Nullable Enum<?> value) {
        return value == null ? this : add(field, value.name());
    }

    public SearchDocument put(String field, @Nullable Iterable<String> several) {
        if (several != null) {
            several.forEach(value -> put(field, value));
        }
        return this;
    }

    public SearchDocument put(String field, @Nullable BigDecimal value) {
        return value == null ? this : add(field, value);
    }

    public SearchDocument put(String field, @Nullable Instant value) {
        return value == null ? this : add(field, value);
    }

    public SearchDocument put(String field, @Nullable LocalDate value) {
        return value == null ? this : add(field, value);
    }

    public SearchDocument put(String field, @Nullable Long value) {
        return value == null ? this : add(field, value);
    }

    public SearchDocument put(String field, @Nullable Integer value) {
        return value == null ? this : add(field, value.longValue());
    }

    /** From that moment on; to be put in the order in which it happened. */
    public SearchDocument put(String field, Instant from, String value) {
        return add(field, new Timeline.Point(from, value));
    }

    public SearchDocument put(String field, byte @Nullable [] value) {
        return value == null ? this : add(field, value);
    }

    /** As the keywords {@code true} and {@code false}. */
    public SearchDocument put(String field, boolean value) {
        return add(field, Boolean.toString(value));
    }

    List<Object> values(String field) {
        return values.getOrDefault(field, List.of());
    }

    private SearchDocument add(String field, Object value) {
        SearchSchema.Field declared = schema.field(field);
        if (declared == null) {
            throw new IllegalArgumentException("Not in the schema of " + schema.name() + ": " + field);
        }
        boolean fits = switch (declared.kind()) {
            case KEYWORD, KEYWORDS, TERMS, TEXT, PROSE -> value instanceof String;
            case DECIMAL -> value instanceof BigDecimal;
            case INSTANT -> value instanceof Instant;
            case DATE -> value instanceof LocalDate;
            case INTEGER -> value instanceof Long;
            case TIMELINE -> value instanceof Timeline.Point;
            case BYTES -> value instanceof byte[];
        };
        if (!fits) {
            throw new IllegalArgumentException("Not a value of " + field + ": " + value.getClass());
        }
        List<Object> present = values.computeIfAbsent(field, f -> new ArrayList<>(1));
        if (!present.isEmpty()
                && declared.kind() != SearchSchema.Kind.KEYWORDS
                && declared.kind() != SearchSchema.Kind.TERMS
                && declared.kind() != SearchSchema.Kind.TIMELINE
                && !declared.kind().isText()) {
            throw new IllegalArgumentException("Has one value: " + field);
        }
        present.add(value);
        return this;
    }
}
