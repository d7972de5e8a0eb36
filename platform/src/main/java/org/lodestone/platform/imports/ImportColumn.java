package org.lodestone.platform.imports;

import org.jspecify.annotations.Nullable;

/** @param field what the column means; absent for one that is passed over */
public record ImportColumn(String header, @Nullable String field) {}
