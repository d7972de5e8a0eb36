package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead was logged. {@code deadlines} starts its clocks.
 *
 * @param duplicates the leads of its zone that may be the same, the likeliest first; absent where none was found
 */
public record LeadCaptured(
        @JsonUnwrapped LeadFacts lead,
        @Nullable List<Deadline> deadlines,
        @Nullable List<String> duplicates) implements LeadEvent {}
