package org.lodestone.leads.registration;

import java.time.Instant;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is done for one registration by the service itself. */
@Component
class Upkeep {

    private final AggregateStore<Lead> leads;
    private final Following following;
    private final Clashes clashes;
    private final Terms terms;

    Upkeep(AggregateStore<Lead> leads, Following following, Clashes clashes, Terms terms) {
        this.leads = leads;
        this.following = following;
        this.clashes = clashes;
        this.terms = terms;
    }

    Instant now() {
        return terms.now();
    }

    Mono<Void> follow(Registration registration) {
        return leads.load(registration.subject().leadId()).flatMap(following::follow);
    }

    Mono<Void> mend(Registration registration) {
        return clashes.mend(registration);
    }
}
