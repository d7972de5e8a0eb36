package org.lodestone.leads.registration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.duplicate.FirstContact;
import org.lodestone.leads.duplicate.FirstContacts;
import org.lodestone.leads.duplicate.NearFirm;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * Tells a duplicate check who was first: by the keys, two reads by id for each, and by names that are near, from the index. Of each zone one is
 * told, so that nobody can count what it has under names like the one that was asked.
 */
@Component
class RegisteredContacts implements FirstContacts {

    private final Registrations registrations;
    private final SearchIndex<Registration> index;
    private final Terms terms;

    RegisteredContacts(Registrations registrations, SearchIndex<Registration> index, Terms terms) {
        this.registrations = registrations;
        this.index = index;
        this.terms = terms;
    }

    @Override
    public Flux<FirstContact> of(@Nullable String uscc, @Nullable String companyName, String exceptZone) {
        Flux<FirstContact> exact = Flux.fromIterable(Keys.firm(uscc, companyName))
                .concatMap(registrations::holder)
                .filter(holder -> isProtected(holder, exceptZone))
                .map(holder -> new FirstContact(holder.zone(), holder.term().on(), false));
        Flux<FirstContact> near = near(NearFirm.of(companyName, uscc))
                .filter(holder -> isProtected(holder, exceptZone))
                .map(holder -> new FirstContact(holder.zone(), holder.term().on(), true));
        return exact.concatWith(near).distinct(FirstContact::zone);
    }

    /** Another project of a firm stands beside its first contact and is none itself. */
    private Flux<Registration> near(NearFirm firm) {
        return Flux.fromStream(() -> firm.asked().stream())
                .concatMap(asked -> index.closest(Scope.system(), List.of(), NearFirm.LOOKUP, List.of(asked)))
                .concatMapIterable(List::getFirst)
                .filter(registration -> !registration.subject().further());
    }

    private boolean isProtected(Registration holder, String exceptZone) {
        return !holder.zone().equals(exceptZone) && !holder.isOver(terms.now());
    }
}
