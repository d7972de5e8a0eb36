package org.lodestone.leads.registration;

import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.CommitListener;
import org.lodestone.platform.aggregate.CommitListener.Commit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hears every commit of a lead. What is lost when the process ends at that moment is not lost for good: {@link Housekeeping} follows every lead
 * of an active registration once at the start, and before a registration is given up its lead is asked.
 */
@Component
class LeadFollower implements CommitListener {

    private static final Logger LOG = LoggerFactory.getLogger(LeadFollower.class);

    private final Following following;

    LeadFollower(Following following) {
        this.following = following;
    }

    /** A new lead has no registration yet. */
    @Override
    public void committed(Commit commit) {
        if (commit.aggregate() instanceof Lead lead && lead.version() > 1) {
            following
                    .follow(lead)
                    .doOnError(error -> LOG.warn("The registration of {} did not follow it", lead.id(), error))
                    .onErrorComplete()
                    .contextCapture()
                    .toFuture();
        }
    }
}
