package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project was suspended, terminated or taken up again; its stage stays. */
public record ProjectStatusChanged(
        @JsonUnwrapped ProjectFacts project,
        String from,
        String to,
        LocalDate on,
        String reason,
        @Nullable List<Deadline> deadlines)
        implements ProjectEvent {}
