package org.lodestone.leads.assignment;

import com.mongodb.client.model.Filters;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.CommitListener;
import org.lodestone.platform.aggregate.CommitListener.Commit;
import org.lodestone.platform.process.ProcessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps places true whoever changed a lead, sends back what nobody cares for, and asks the rules about what came from another zone. */
@Component
class Caretaker implements CommitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Caretaker.class);

    private final ProcessStore<Holding> holdings;
    private final Places places;
    private final Sharing sharing;
    private final Recycling recycling;
    private final Placing placing;

    Caretaker(ProcessStore<Holding> holdings, Places places, Sharing sharing, Recycling recycling, Placing placing) {
        this.holdings = holdings;
        this.places = places;
        this.sharing = sharing;
        this.recycling = recycling;
        this.placing = placing;
    }

    /** What is lost when the process ends here is found by the next round. */
    @Override
    public void committed(Commit commit) {
        if (commit.aggregate() instanceof Lead lead) {
            follow(lead)
                    .doOnError(error -> LOG.warn("The place of {} is settled later: {}", lead.id(), error.toString()))
                    .onErrorComplete()
                    .contextCapture()
                    .toFuture();
        }
    }

    private Mono<Void> follow(Lead lead) {
        String owner = lead.assignment().owner();
        Because because = lead.custody().because();
        if (owner == null) {
            return lead.version() == 1 && because != null && because.code() == Because.Code.TRANSFERRED
                    ? placing.place(lead)
                    : Mono.empty();
        }
        return lead.version() == 1
                ? Mono.empty()
                : sharing.counts(lead.zone())
                        .filter(counts -> counts)
                        .flatMap(_ -> places.settle(places.holding(lead.zone(), owner), lead.id(), null, false));
    }

    Mono<Void> round() {
        return holdings.list(Filters.eq("counted", true))
                .concatMap(holding -> sharing.counts(holding.zone())
                        .flatMap(
                                counts -> counts ? places.reviewed(holding.id()).then() : places.forget(holding)))
                .then(Mono.defer(recycling::round))
                .then();
    }
}
