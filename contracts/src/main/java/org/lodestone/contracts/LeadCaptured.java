package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lead was logged. {@code deadlines} starts its clocks. */
public record LeadCaptured(
        @JsonUnwrapped LeadFacts lead, @Nullable List<Deadline> deadlines) implements LeadEvent {}
