package org.lodestone.leads.registration;

import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.process.ProcessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is done for one registration by the service itself. */
@Component
class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final AggregateStore<Lead> leads;
    private final Following following;
    private final Clashes clashes;
    private final ProcessStore<Transfer> transfers;
    private final TransferSteps steps;

    Upkeep(
            AggregateStore<Lead> leads,
            Following following,
            Clashes clashes,
            ProcessStore<Transfer> transfers,
            TransferSteps steps) {
        this.leads = leads;
        this.following = following;
        this.clashes = clashes;
        this.transfers = transfers;
        this.steps = steps;
    }

    /** What a kill left of transfers. */
    Mono<Void> resumeTransfers() {
        return transfers
                .unfinished()
                .concatMap(transfer -> steps.run(transfer).onErrorResume(e -> {
                    LOG.warn("transfer {} still waits: {}", transfer.id(), e.toString());
                    return Mono.empty();
                }))
                .then();
    }

    Mono<Void> follow(Registration registration) {
        return leads.load(registration.subject().leadId()).flatMap(following::follow);
    }

    Mono<Void> mend(Registration registration) {
        return clashes.mend(registration);
    }
}
