package org.lodestone.platform.imports;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param field what the column means; absent for one that is passed over
 * @param sheets which sheets have it; absent where all do
 */
public record ImportColumn(
        String header, @Nullable String field, @Nullable List<String> sheets) {

    ImportColumn meaning(@Nullable String next) {
        return new ImportColumn(header, next, sheets);
    }

    /** Two columns of one meaning are one too many, unless no sheet has both. */
    boolean clashesWith(ImportColumn other) {
        boolean apart = sheets != null && other.sheets() != null && Collections.disjoint(sheets, other.sheets());
        return field != null && field.equals(other.field()) && !apart;
    }
}
