package org.lodestone.leads.assignment;

import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.lead.Handing;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts whoever takes over where the other was named. Each is done once, however often it is begun. */
@Component
class Renaming {

    private final RuleBooks books;
    private final Absences absences;
    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;

    Renaming(RuleBooks books, Absences absences, AggregateStore<Lead> leads, LeadDesk desk) {
        this.books = books;
        this.absences = absences;
        this.leads = leads;
        this.desk = desk;
    }

    Mono<Mention> carryOut(Handover handover, Mention mention) {
        Asked asked = handover.asked();
        return switch (mention.kind()) {
            case RULE ->
                books.change(Rule.zoneOf(mention.id()), book -> book.naming(mention.id(), asked.from(), asked.to()))
                        .thenReturn(mention.over());
            case STAND_IN ->
                absences.change(mention.id(), absence -> absence.coveredInstead(asked.from(), asked.to()))
                        .thenReturn(mention.over());
            case PROJECT -> announce(handover, mention);
        };
    }

    /** The project is another service's: its lead says what shall be, and the project follows when it hears of it. */
    private Mono<Mention> announce(Handover handover, Mention mention) {
        Asked asked = handover.asked();
        String lead = String.valueOf(mention.lead());
        Command command =
                Command.ofSystem("handover:" + handover.id() + ":project:" + mention.id(), asked.by(), asked.at());
        return leads.change(lead, command, 200, known -> {
                    if (known.progress().signing() == null) {
                        throw Problem.notFound();
                    }
                    return Handing.project(
                            known, asked.from(), asked.to(), asked.reason(), desk.rules(known.zone()), command);
                })
                .map(outcome -> announced(mention, outcome))
                .onErrorResume(
                        Problem.class,
                        problem -> problem.slug().equals("not-found")
                                        || problem.slug().equals("gone")
                                ? Mono.just(mention.left())
                                : Mono.error(problem));
    }

    private static Mention announced(Mention mention, Outcome<Lead> outcome) {
        return switch (outcome) {
            case Outcome.Done<Lead> _, Outcome.Replayed<Lead> _ -> mention.over();
            case Outcome.Absent<Lead> _ -> mention.left();
            case Outcome.Stale<Lead> _, Outcome.KeyReused<Lead> _, Outcome.Busy<Lead> _ -> throw Problem.busy();
            case Outcome.Backlogged<Lead> _ -> throw Problem.unavailable(1);
        };
    }
}
