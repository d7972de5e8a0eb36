package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contract was signed and exactly one project opens. This event alone announces the conversion; it counts as a state change. */
public record LeadConverted(
        @JsonUnwrapped LeadFacts lead,
        String from,
        String to,
        String projectId,
        SignedContract contract,
        Undertaking undertaking,
        @Nullable List<Deadline> deadlines)
        implements LeadEvent {}
