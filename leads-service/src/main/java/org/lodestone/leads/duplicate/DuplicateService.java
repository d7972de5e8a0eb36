package org.lodestone.leads.duplicate;

import java.util.List;
import java.util.OptionalLong;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadAccess;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides what is asked about duplicates: own leads in full, other zones' only as far as they were first. */
@Service
class DuplicateService {

    private final AggregateStore<Lead> leads;
    private final Duplicates duplicates;
    private final NonDuplicates told;
    private final OtherZones otherZones;

    DuplicateService(AggregateStore<Lead> leads, Duplicates duplicates, NonDuplicates told, OtherZones otherZones) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.told = told;
        this.otherZones = otherZones;
    }

    Flux<CandidateView> check(Scope scope, LeadForm form) {
        return duplicates
                .found(scope, List.of(), Facts.of(form), null, Duplicates.MOST)
                .flatMapIterable(found -> found)
                .map(CandidateView::of)
                .concatWith(
                        otherZones.of(scope, form.investor(), zone(scope, form)).map(CandidateView::of));
    }

    /** Empty when there is no such lead. Who looked at too many firms is told of their own zone alone, and when to look again. */
    Mono<CandidateView.All> of(Scope scope, String id) {
        return leads.find(scope, id).flatMap(lead -> {
            OptionalLong wait = otherZones.secondsToWait(scope, lead.profile().investor());
            Flux<CandidateView> others = wait.isPresent()
                    ? Flux.empty()
                    : otherZones
                            .of(scope, lead.profile().investor(), lead.zone())
                            .map(CandidateView::of);
            return duplicates
                    .found(scope, List.of(), Facts.of(lead), id, Duplicates.MOST)
                    .flatMapIterable(found -> found)
                    .map(CandidateView::of)
                    .concatWith(others)
                    .collectList()
                    .map(all -> new CandidateView.All(all, wait.isPresent() ? wait.getAsLong() : null));
        });
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

    private static String zone(Scope scope, LeadForm form) {
        String zone = form.zone();
        return zone != null ? zone : scope.zones().stream().sorted().findFirst().orElse("");
    }
}
