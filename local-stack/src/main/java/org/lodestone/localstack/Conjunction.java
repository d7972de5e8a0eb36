package org.lodestone.localstack;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A filter seen as conditions that must all hold, each on one field; nested {@code $and} are opened. */
final class Conjunction {

    private final Map<String, List<Object>> conditions = new HashMap<>();

    static Conjunction of(Document query) {
        Conjunction conjunction = new Conjunction();
        conjunction.add(query);
        return conjunction;
    }

    private void add(Document query) {
        query.forEach((field, condition) -> {
            if (field.equals("$and") && condition instanceof Collection<?> parts) {
                parts.forEach(part -> add((Document) part));
            } else if (!field.startsWith("$")) {
                conditions
                        .computeIfAbsent(field, _ -> new ArrayList<>())
                        .addAll(
                                condition instanceof Document operators && isOperators(operators)
                                        ? operators.entrySet()
                                        : List.of(Map.entry("$eq", orMissing(condition))));
            }
        });
    }

    /** The value the field must equal, where the filter says so plainly. */
    Optional<Object> equalTo(String field) {
        return operand(field, "$eq").filter(Conjunction::isPlain);
    }

    /** The bound an operator sets, or empty. Of several the first: the others are left to the matcher. */
    Optional<Object> operand(String field, String operator) {
        return conditions.getOrDefault(field, List.of()).stream()
                .map(condition -> (Map.Entry<?, ?>) condition)
                .filter(condition -> operator.equals(condition.getKey()))
                .<Object>map(condition -> orMissing(condition.getValue()))
                .findFirst();
    }

    private static boolean isOperators(Document document) {
        return !document.isEmpty()
                && !BsonRegularExpression.isRegularExpression(document)
                && document.keySet().stream().allMatch(key -> key.startsWith("$"));
    }

    private static boolean isPlain(Object value) {
        return !(value instanceof Document || value instanceof Collection)
                && value != Absent.VALUE
                && !BsonRegularExpression.isRegularExpression(value);
    }

    private static Object orMissing(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? Absent.VALUE : value;
    }

    private enum Absent {
        VALUE
    }
}
