package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A monthly progress report 进展月报 came in. */
public record ProjectProgressReported(
        @JsonUnwrapped ProjectFacts project,
        YearMonth month,
        @Nullable Money invested,
        @Nullable List<Deadline> deadlines)
        implements ProjectEvent {}
