package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a lead were set anew, and nothing else happened to it.
 *
 * @param because a code: WAIT_BEGUN, WAIT_ENDED, or CALENDAR when the working days or hours of its zone changed
 * @param waitingUntil until when the lead waits for a known reason, and no light shows; what was said stays with the lead
 */
public record LeadDeadlinesChanged(
        @JsonUnwrapped LeadFacts lead,
        String because,
        @Nullable Instant waitingUntil,
        @Nullable List<Deadline> deadlines)
        implements LeadEvent {}
