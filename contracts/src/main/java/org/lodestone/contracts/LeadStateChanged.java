package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead moved from one state to another.
 *
 * @param missing what a lead that far on should have and has not: {@code sponsor}, {@code next-step}; absent where nothing is missing
 */
public record LeadStateChanged(
        @JsonUnwrapped LeadFacts lead,
        String from,
        String to,
        @Nullable String reason,
        @Nullable List<Deadline> deadlines,
        @Nullable List<String> missing)
        implements LeadEvent {}
