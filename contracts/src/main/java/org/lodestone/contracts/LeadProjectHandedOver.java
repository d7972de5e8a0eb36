package org.lodestone.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The project out of a converted lead shall have another officer, since everything its officer has is handed over. The lead itself stays whose
 * it was: who signed it counts in the figures.
 */
public record LeadProjectHandedOver(
        @JsonUnwrapped LeadFacts lead,
        String projectId,
        String from,
        String to,
        @Nullable List<Deadline> deadlines) implements LeadEvent {}
