package org.lodestone.leads.registration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the registrations ask of the leads and their zones. */
@Component
class Desk {

    private static final int MOST = 50;
    /** After so long the index shows what was written before. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private final LeadDesk leadDesk;
    private final SearchIndex<Lead> leads;
    private final Terms terms;

    Desk(LeadDesk leadDesk, SearchIndex<Lead> leads, Terms terms) {
        this.leadDesk = leadDesk;
        this.leads = leads;
        this.terms = terms;
    }

    Instant now() {
        return terms.now();
    }

    Instant until(String zone, Instant done) {
        return terms.until(zone, done);
    }

    Category categoryOf(Lead lead) {
        if (lead.isWithdrawn()) {
            return Category.LOST;
        }
        return leadDesk.rules(lead.zone())
                .template()
                .state(lead.progress().state())
                .category();
    }

    /** A lead of the firm that is registered, in another zone than its holder's, as far as the scope reaches; the oldest. */
    Mono<Lead> leadOfSameFirm(Scope scope, Registration registration) {
        return indexed(scope, registration)
                .switchIfEmpty(Mono.delay(FRESH).then(Mono.defer(() -> indexed(scope, registration))));
    }

    private Mono<Lead> indexed(Scope scope, Registration registration) {
        Registration.Subject subject = registration.subject();
        Condition name = Condition.is("companyKey", CompanyName.normalised(subject.firm()));
        Condition firm =
                subject.uscc() == null ? name : new Condition.Any(List.of(name, Condition.is("uscc", subject.uscc())));
        return leads.search(scope, SearchRequest.of(List.of(firm), "createdAt", MOST))
                .flatMapIterable(page -> page.items())
                .map(hit -> hit.aggregate())
                .filter(lead -> !lead.zone().equals(registration.zone()))
                .next();
    }
}
