package org.lodestone.leads.registration;

import org.jspecify.annotations.Nullable;
import org.lodestone.leads.duplicate.FirstContact;
import org.lodestone.leads.duplicate.FirstContacts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Tells a duplicate check who was first, by the keys alone: two reads by id for each. */
@Component
class RegisteredContacts implements FirstContacts {

    private final Registrations registrations;
    private final Terms terms;

    RegisteredContacts(Registrations registrations, Terms terms) {
        this.registrations = registrations;
        this.terms = terms;
    }

    @Override
    public Flux<FirstContact> of(@Nullable String uscc, @Nullable String companyName, String exceptZone) {
        return Flux.fromIterable(Keys.firm(uscc, companyName))
                .concatMap(registrations::holder)
                .distinct(Registration::id)
                .filter(holder -> !holder.zone().equals(exceptZone) && !holder.isOver(terms.now()))
                .map(holder -> new FirstContact(holder.zone(), holder.term().on()));
    }
}
