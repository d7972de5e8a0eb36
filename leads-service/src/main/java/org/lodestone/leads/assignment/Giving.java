package org.lodestone.leads.assignment;

import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.AssignmentService.Gift;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.assignment.Handover.Result;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One lead of a handover goes over; one that went already is not given again. */
@Component
class Giving {

    private final AggregateStore<Lead> leads;
    private final AssignmentService service;

    Giving(AggregateStore<Lead> leads, AssignmentService service) {
        this.leads = leads;
        this.service = service;
    }

    Mono<Result> give(Handover handover, String lead) {
        Asked asked = handover.asked();
        Command command = Command.ofSystem("handover:" + handover.id() + ':' + lead, asked.by(), asked.at());
        Because because = Because.of(Because.Code.HANDOVER, asked.at(), asked.by());
        return leads.load(lead)
                .flatMap(known -> service.give(
                                known, new Gift(asked.from(), asked.to(), because, asked.reason()), command)
                        .map(outcome -> result(known, outcome))
                        .onErrorResume(Problem.class, problem -> refused(known, problem)))
                .defaultIfEmpty(new Result(lead, null, false, "not-found"));
    }

    /** What is only in the way for a moment is no answer. */
    private static Mono<Result> refused(Lead known, Problem problem) {
        return problem.getStatusCode().is5xxServerError() || problem.slug().equals("busy")
                ? Mono.error(problem)
                : Mono.just(of(known, problem.slug()));
    }

    private static Result result(Lead known, Outcome<Lead> outcome) {
        return switch (outcome) {
            case Outcome.Done<Lead> _, Outcome.Replayed<Lead> _ -> of(known, null);
            case Outcome.Absent<Lead> _ -> of(known, "not-found");
            case Outcome.Stale<Lead> _, Outcome.KeyReused<Lead> _, Outcome.Busy<Lead> _ -> throw Problem.busy();
            case Outcome.Backlogged<Lead> _ -> throw Problem.unavailable(1);
        };
    }

    private static Result of(Lead known, @Nullable String problem) {
        return new Result(known.id(), known.number(), problem == null, problem);
    }
}
