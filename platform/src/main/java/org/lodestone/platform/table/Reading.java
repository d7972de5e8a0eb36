package org.lodestone.platform.table;

import java.util.List;
import org.lodestone.platform.web.FieldProblem;

/** What a cell's text was read as, or why it could not be. */
public sealed interface Reading<T> {

    record Value<T>(T value) implements Reading<T> {}

    /** Read, but not as it stands there: the message {@code field.<code>} says what was supposed. */
    record Assumed<T>(T value, String code, List<Object> arguments) implements Reading<T> {}

    /** @param code the message is {@code field.<code>}; it begins with {@code cell.} */
    record Refused<T>(String code, List<Object> arguments) implements Reading<T> {

        /** As a problem of this column. */
        public FieldProblem on(String column) {
            return FieldProblem.of(column, code, arguments.toArray());
        }
    }

    static <T> Reading<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Reading<T> assumed(T value, String code, Object... arguments) {
        return new Assumed<>(value, "cell." + code, List.of(arguments));
    }

    static <T> Reading<T> refused(String code, Object... arguments) {
        return new Refused<>("cell." + code, List.of(arguments));
    }
}
