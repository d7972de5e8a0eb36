package org.lodestone.leads.assignment;

import org.lodestone.leads.assignment.AssignmentService.Gift;
import org.lodestone.leads.assignment.Choosing.Candidate;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the rules about a lead that is there already and has nobody. */
@Component
class Placing {

    private final Choosing choosing;
    private final AssignmentService service;
    private final BusinessClock clock;

    Placing(Choosing choosing, AssignmentService service, BusinessClock clock) {
        this.choosing = choosing;
        this.service = service;
        this.clock = clock;
    }

    /** One after the other, until somebody has room; nobody at all leaves it in the pool. */
    Mono<Void> place(Lead lead) {
        return choosing.candidates(lead.zone(), LeadForm.of(lead))
                .concatMap(candidate -> give(lead, candidate), 1)
                .next()
                .then();
    }

    private Mono<Boolean> give(Lead lead, Candidate candidate) {
        Command command = Command.ofSystem("place:" + lead.id(), "system", clock.now());
        Gift gift = new Gift(null, candidate.person(), candidate.because(command), null);
        return service.give(lead, gift, command)
                .map(_ -> true)
                .onErrorResume(AssignmentProblem.CapacityReached.class, _ -> Mono.empty());
    }
}
