package org.lodestone.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of the directory, with the address alerts go to. {@code zone} is the first of {@code zones}. */
public record PersonChanged(
        String id,
        String zone,
        String name,
        List<String> roles,
        List<String> zones,
        @Nullable List<String> parks,
        @Nullable String department,
        boolean head,
        @Nullable String supervisor,
        @Nullable String email,
        @Nullable String phone)
        implements DirectoryEvent {}
