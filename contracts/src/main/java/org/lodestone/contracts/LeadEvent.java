package org.lodestone.contracts;

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
                LeadWithdrawn {

    LeadFacts lead();

    @Override
    default String zone() {
        return lead().zone();
    }
}
