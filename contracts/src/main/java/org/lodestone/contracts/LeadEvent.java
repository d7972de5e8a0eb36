package org.lodestone.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything a lead announces. */
public sealed interface LeadEvent extends Event
        permits LeadCaptured,
                LeadChanged,
                LeadStateChanged,
                LeadFollowedUp,
                LeadAssessed,
                LeadAssigned,
                LeadDeadlinesChanged,
                LeadConverted,
                LeadProjectHandedOver,
                LeadWithdrawn {

    LeadFacts lead();

    /** The clocks it starts, moves or stops; the others go on. */
    @Nullable
    List<Deadline> deadlines();

    @Override
    default String zone() {
        return lead().zone();
    }
}
