package org.lodestone.leads.duplicate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadAccess;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides what is asked about duplicates: own leads in full, other zones' only as far as they were first. */
@Service
class DuplicateService {

    private final AggregateStore<Lead> leads;
    private final Duplicates duplicates;
    private final NonDuplicates told;
    private final ObjectProvider<FirstContacts> firstContacts;

    DuplicateService(
            AggregateStore<Lead> leads,
            Duplicates duplicates,
            NonDuplicates told,
            ObjectProvider<FirstContacts> firstContacts) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.told = told;
        this.firstContacts = firstContacts;
    }

    Flux<CandidateView> check(Scope scope, LeadForm form) {
        return duplicates
                .found(scope, List.of(), Facts.of(form), null, Duplicates.MOST)
                .flatMapIterable(found -> found)
                .map(CandidateView::of)
                .concatWith(elsewhere(scope, form.investor(), zone(scope, form)));
    }

    /** Empty when there is no such lead. */
    Mono<List<CandidateView>> of(Scope scope, String id) {
        return leads.find(scope, id)
                .flatMap(lead -> duplicates
                        .found(scope, List.of(), Facts.of(lead), id, Duplicates.MOST)
                        .flatMapIterable(found -> found)
                        .map(CandidateView::of)
                        .concatWith(elsewhere(scope, lead.profile().investor(), lead.zone()))
                        .collectList());
    }

    /** Both must be of one zone, and there for whoever says it. */
    Mono<Void> say(String id, String other, boolean apart, Command command) {
        Rights.require(command, Right.WRITE, Right.WRITE_OWN);
        if (id.equals(other)) {
            throw Problem.invalid(FieldProblem.of("other", "not-itself"));
        }
        return there(id, command)
                .zipWith(there(other, command))
                .flatMap(both -> {
                    LeadAccess.mayWrite(command, both.getT1());
                    if (!both.getT1().zone().equals(both.getT2().zone())) {
                        return Mono.error(Problem.invalid(FieldProblem.of("other", "other-zone")));
                    }
                    return told.say(both.getT1(), other, apart, command);
                })
                .then();
    }

    private Mono<Lead> there(String id, Command command) {
        return leads.find(command.scope(), id).switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Only by credit code or name, and only of zones that cannot be looked into. */
    private Flux<CandidateView> elsewhere(Scope scope, @Nullable Investor investor, String ownZone) {
        FirstContacts first = firstContacts.getIfAvailable();
        if (first == null || investor == null || scope.everyZone()) {
            return Flux.empty();
        }
        return first.of(blank(investor.uscc()), blank(investor.name()), ownZone)
                .filter(contact -> !scope.zones().contains(contact.zone()))
                .map(CandidateView::of);
    }

    private static String zone(Scope scope, LeadForm form) {
        String zone = form.zone();
        return zone != null ? zone : scope.zones().stream().sorted().findFirst().orElse("");
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
