package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lead went from one person to another, into the open pool or out of it.
 *
 * @param from {@code null} when nobody had it
 * @param to {@code null} when it lies in the pool now
 * @param because a code: ASSIGNED, CLAIMED, RELEASED, RECYCLED, RULE, HANDOVER …
 */
public record LeadAssigned(
        @JsonUnwrapped LeadFacts lead,
        @Nullable String from,
        @Nullable String to,
        String because,
        @Nullable List<Deadline> deadlines)
        implements LeadEvent {}
