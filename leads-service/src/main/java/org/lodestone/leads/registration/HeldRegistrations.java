package org.lodestone.leads.registration;

import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.RegistrationOf;
import org.lodestone.platform.aggregate.AggregateStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a lead shows of its registration: one read by id, unless it came from elsewhere. */
@Component
class HeldRegistrations implements RegistrationOf {

    private final AggregateStore<Registration> store;
    private final Registrations registrations;

    HeldRegistrations(AggregateStore<Registration> store, Registrations registrations) {
        this.store = store;
        this.registrations = registrations;
    }

    @Override
    public Mono<Held> of(Lead lead) {
        Mono<Registration> own = store.load(registrations.idOf(lead.id()));
        Mono<Registration> inherited = registrations.holder(Keys.lead(lead.id()));
        return (lead.trace().from() == null ? own : inherited)
                .filter(registration -> registration.isOf(lead.id()))
                .map(registration -> new Held(
                        registration.id(),
                        registration.stateAt(registrations.now()).name(),
                        registration.term().until()));
    }
}
