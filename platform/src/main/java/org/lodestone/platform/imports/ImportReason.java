package org.lodestone.platform.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a row becomes what it becomes; of a row that is taken, what its author should know.
 *
 * @param column the heading in the file; absent when it concerns the row
 * @param code the words are the message {@code field.<code>}
 * @param of the number of what it is a duplicate of
 * @param ofId and its id
 * @param ofRow the row of the same file it is a duplicate of
 */
public record ImportReason(
        @Nullable String column,
        String code,
        List<String> arguments,
        @Nullable String of,
        @Nullable String ofId,
        @Nullable Integer ofRow) {

    public static ImportReason cell(String column, String code, Object... arguments) {
        return new ImportReason(column, code, words(arguments), null, null, null);
    }

    public static ImportReason row(String code, Object... arguments) {
        return new ImportReason(null, code, words(arguments), null, null, null);
    }

    public static ImportReason duplicateOf(String number, String id) {
        return new ImportReason(null, "duplicate-of", List.of(number), number, id, null);
    }

    public static ImportReason sameAsRow(int row) {
        return new ImportReason(null, "same-as-row", List.of(Integer.toString(row)), null, null, row);
    }

    private static List<String> words(Object... arguments) {
        return java.util.Arrays.stream(arguments).map(Object::toString).toList();
    }
}
