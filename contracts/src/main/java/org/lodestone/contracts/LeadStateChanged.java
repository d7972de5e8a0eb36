package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lead moved from one state to another. */
public record LeadStateChanged(
        @JsonUnwrapped LeadFacts lead,
        String from,
        String to,
        @Nullable String reason,
        @Nullable List<Deadline> deadlines)
        implements LeadEvent {}
