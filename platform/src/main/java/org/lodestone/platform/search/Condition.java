package org.lodestone.platform.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document must fulfil. Values are those of the field's kind, or their text as a URL carries it. */
public sealed interface Condition {

    /** One of the values; of a text field, its whole value in any spelling. No values: nothing matches. */
    record AnyOf(String field, List<String> values) implements Condition {

        public AnyOf {
            values = List.copyOf(values);
        }
    }

    /** Text in which {@code q} is found as in a search, by pinyin too, but in this field alone. */
    record Says(String field, String q) implements Condition {}

    /** Both ends included; {@code null} is open. */
    record Range(
            String field, @Nullable Object from, @Nullable Object to) implements Condition {}

    record Exists(String field) implements Condition {}

    /**
     * One of the values of a timeline was what held at that moment.
     *
     * @param since it had begun then or later; {@code null} is open
     * @param until it had begun then or earlier; {@code null} is open
     */
    record Was(
            String field,
            List<String> values,
            Instant at,
            @Nullable Instant since,
            @Nullable Instant until) implements Condition {

        public Was {
            values = List.copyOf(values);
        }

        public Was(String field, List<String> values, Instant at) {
            this(field, values, at, null, null);
        }
    }

    /**
     * A value of a timeline had held before that moment and held no more.
     *
     * @param value that was left
     * @param since it had ended then or later, for the last time; {@code null} is open
     * @param until it had ended then or earlier; {@code null} is open
     */
    record Left(
            String field,
            String value,
            Instant at,
            @Nullable Instant since,
            @Nullable Instant until) implements Condition {}

    record Not(Condition condition) implements Condition {}

    /** At least one of them; an empty list matches nothing. */
    record Any(List<Condition> conditions) implements Condition {

        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** All of them; an empty list matches everything. */
    record All(List<Condition> conditions) implements Condition {

        public All {
            conditions = List.copyOf(conditions);
        }
    }

    static Condition is(String field, String... values) {
        return new AnyOf(field, List.of(values));
    }
}
