package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody followed a lead up. What was said stays with the lead. */
public record LeadFollowedUp(
        @JsonUnwrapped LeadFacts lead,
        String kind,
        Instant followedUpAt,
        @Nullable LocalDate nextActionOn,
        @Nullable List<Deadline> deadlines)
        implements LeadEvent {}
