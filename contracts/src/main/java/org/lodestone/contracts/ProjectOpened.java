package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project exists, out of a converted lead. */
public record ProjectOpened(
        @JsonUnwrapped ProjectFacts project,
        String from,
        String to,
        SignedContract contract,
        @Nullable List<Deadline> deadlines)
        implements ProjectEvent {}
