package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A verdict on a lead: PROCEED, REJECT or MORE. */
public record LeadAssessed(
        @JsonUnwrapped LeadFacts lead,
        String verdict,
        @Nullable List<Deadline> deadlines) implements LeadEvent {}
