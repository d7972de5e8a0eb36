package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts of a project changed; {@code fields} names them, without their values. */
public record ProjectChanged(
        @JsonUnwrapped ProjectFacts project,
        List<String> fields,
        @Nullable List<Deadline> deadlines) implements ProjectEvent {}
