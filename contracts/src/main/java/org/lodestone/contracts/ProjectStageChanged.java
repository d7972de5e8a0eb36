package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project moved from one stage to another. */
public record ProjectStageChanged(
        @JsonUnwrapped ProjectFacts project,
        String from,
        String to,
        @Nullable LocalDate on,
        @Nullable String reason,
        @Nullable List<Deadline> deadlines)
        implements ProjectEvent {}
