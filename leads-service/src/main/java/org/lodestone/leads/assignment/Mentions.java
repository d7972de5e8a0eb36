package org.lodestone.leads.assignment;

import java.util.List;
import java.util.Set;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.assignment.Mention.Kind;
import org.lodestone.leads.assignment.Mention.Outcome;
import org.lodestone.leads.dossier.ProjectFacts;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds where somebody who hands over is named: in rules, as a stand-in, as the officer of projects. */
@Component
class Mentions {

    private final RuleBooks books;
    private final Absences absences;
    private final ProjectFacts projects;
    private final Owners owners;

    Mentions(RuleBooks books, Absences absences, ProjectFacts projects, Owners owners) {
        this.books = books;
        this.absences = absences;
        this.projects = projects;
        this.owners = owners;
    }

    Mono<List<Mention>> of(Asked asked) {
        return Flux.concat(rules(asked), standIns(asked), projects(asked)).collectList();
    }

    private Flux<Mention> rules(Asked asked) {
        return Flux.fromIterable(asked.zones())
                .concatMap(books::of)
                .flatMapIterable(RuleBook::rules)
                .filter(rule -> rule.to().contains(asked.from()))
                .map(rule -> Mention.of(Kind.RULE, rule.id(), rule.name(), outcome(rule, asked)));
    }

    /** A rule that also decides for parks of others is not theirs to change. */
    private static Outcome outcome(Rule rule, Asked asked) {
        List<String> reach = asked.parks();
        List<String> parks = rule.when().parks();
        if (reach != null && (parks.isEmpty() || !reach.containsAll(parks))) {
            return Outcome.LEFT;
        }
        return rule.to().contains(asked.to()) ? Outcome.REMOVED : Outcome.REPLACED;
    }

    private Flux<Mention> standIns(Asked asked) {
        return absences.coming()
                .filter(absence -> absence.standIn().equals(asked.from()))
                .filter(absence -> owners.sharesZone(reach(asked, false), absence.person(), null))
                .map(absence -> Mention.of(
                        Kind.STAND_IN,
                        absence.id(),
                        absence.person(),
                        owners.canStandIn(reach(asked, false), absence.person(), asked.to())
                                        && !absence.person().equals(asked.to())
                                ? Outcome.REPLACED
                                : Outcome.LEFT));
    }

    private Flux<Mention> projects(Asked asked) {
        return projects.ledBy(reach(asked, true), asked.from())
                .map(project -> Mention.of(
                                Kind.PROJECT,
                                project.id(),
                                project.name(),
                                project.leadId() == null ? Outcome.LEFT : Outcome.REPLACED)
                        .of(project.leadId()));
    }

    private static Scope reach(Asked asked, boolean parks) {
        Set<String> within = parks && asked.parks() != null ? Set.copyOf(asked.parks()) : null;
        return new Scope(asked.by(), asked.by(), Set.of(), Set.copyOf(asked.zones()), within, Set.of(Right.READ));
    }
}
