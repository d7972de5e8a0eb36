package org.lodestone.leads.dossier;

import java.util.List;
import java.util.Objects;
import org.lodestone.leads.dossier.DossierView.Beside;
import org.lodestone.leads.dossier.DossierView.RegistrationLine;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.RegistrationOf;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchPage;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together what is known of a company, from wherever it lies. */
@Component
class Dossiers {

    /** Older leads hold no registration that matters, and each is a read. */
    private static final int ASKED = 50;

    private static final int AT_ONCE = 4;

    private final Firms firms;
    private final ProjectFacts projects;
    private final Links links;
    private final RegistrationOf registrations;
    private final BusinessClock clock;

    Dossiers(Firms firms, ProjectFacts projects, Links links, RegistrationOf registrations, BusinessClock clock) {
        this.firms = firms;
        this.projects = projects;
        this.links = links;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Empty where the reader sees no lead of it, and nobody in their reach linked it to another company. */
    Mono<DossierView> of(Scope scope, Firm firm) {
        return firms.leads(scope, firm)
                .flatMap(page -> of(scope, firm, page))
                .switchIfEmpty(Mono.defer(() -> linkedOnly(scope, firm)));
    }

    private Mono<DossierView> linkedOnly(Scope scope, Firm firm) {
        return links.of(scope, firm.ids())
                .filter(found -> !found.isEmpty())
                .map(found -> DossierView.of(
                        firm, List.of(), 0, new Beside(clock.now(), List.of(), List.of(), found), scope));
    }

    private Mono<DossierView> of(Scope scope, Firm firm, SearchPage<Lead> page) {
        List<Lead> leads = page.items().stream().map(Hit::aggregate).toList();
        List<String> opened =
                leads.stream().map(DossierView::opened).filter(Objects::nonNull).toList();
        return Mono.zip(held(leads), projects.find(scope, opened), links.of(scope, firm.ids()))
                .map(found -> DossierView.of(
                        firm,
                        leads,
                        page.total(),
                        new Beside(clock.now(), found.getT1(), found.getT2(), found.getT3()),
                        scope));
    }

    private Mono<List<RegistrationLine>> held(List<Lead> leads) {
        return Flux.fromIterable(leads)
                .take(ASKED)
                .flatMapSequential(lead -> registrations.of(lead).map(held -> RegistrationLine.of(lead, held)), AT_ONCE)
                .collectList();
    }
}
