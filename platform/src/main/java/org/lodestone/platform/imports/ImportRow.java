package org.lodestone.platform.imports;

import java.util.List;

/**
 * A row of the file, as its columns are understood.
 *
 * @param number in the file: {@link ImportProcess#place} says where that is
 * @param cells only of columns that mean something, only those with content
 */
public record ImportRow(int number, List<Value> cells) {

    /** @param header as written, since it may carry a unit; {@code flaw} why the value cannot be trusted, empty when it can */
    public record Value(String field, String header, String text, String flaw) {}
}
