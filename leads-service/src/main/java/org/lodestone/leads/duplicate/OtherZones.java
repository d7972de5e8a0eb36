package org.lodestone.leads.duplicate;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.security.Scope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What somebody may know of first contacts in zones they cannot look into: only by credit code or name. Looking at one's own leads is counted
 * with the checks, or renaming a lead again and again would ask without end.
 */
@Component
public class OtherZones {

    private final AggregateStore<Lead> leads;
    private final ObjectProvider<FirstContacts> firstContacts;
    private final CheckLimit limit;

    OtherZones(AggregateStore<Lead> leads, ObjectProvider<FirstContacts> firstContacts, CheckLimit limit) {
        this.leads = leads;
        this.firstContacts = firstContacts;
        this.limit = limit;
    }

    Flux<FirstContact> of(Scope scope, @Nullable Investor investor, String ownZone) {
        FirstContacts first = firstContacts.getIfAvailable();
        if (first == null || !isAsked(scope, investor) || investor == null) {
            return Flux.empty();
        }
        return first.of(blank(investor.uscc()), blank(investor.name()), ownZone)
                .filter(contact -> !scope.zones().contains(contact.zone()));
    }

    /** Seconds until it is told again; empty for who need not wait. */
    OptionalLong secondsToWait(Scope scope, @Nullable Investor investor) {
        if (!isAsked(scope, investor) || investor == null) {
            return OptionalLong.empty();
        }
        long seconds = limit.look(scope.subject(), blank(investor.uscc()) + "|" + blank(investor.name()));
        return seconds == 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
    }

    /** Under a name near that of this lead's investor, not the same; nothing is blocked by them. Nothing for who asked too often. */
    public Mono<List<FirstContact>> near(Scope scope, String leadId) {
        return leads.find(scope, leadId)
                .filter(lead -> secondsToWait(scope, lead.profile().investor()).isEmpty())
                .flatMapMany(lead -> of(scope, lead.profile().investor(), lead.zone()))
                .filter(FirstContact::possible)
                .collectList();
    }

    private static boolean isAsked(Scope scope, @Nullable Investor investor) {
        return !scope.everyZone()
                && investor != null
                && (blank(investor.uscc()) != null || blank(investor.name()) != null);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
