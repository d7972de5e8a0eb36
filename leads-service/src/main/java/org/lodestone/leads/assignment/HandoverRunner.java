package org.lodestone.leads.assignment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.AssignmentService.Gift;
import org.lodestone.leads.assignment.Handover.Asked;
import org.lodestone.leads.assignment.Handover.Result;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.job.JobBells;
import org.lodestone.platform.job.JobProgress;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.process.Resumption;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries handovers out, and goes on with those a kill left behind; a lead that went already is not given again. */
@Component
class HandoverRunner {

    private static final int AT_ONCE = 20;

    private final ProcessStore<Handover> handovers;
    private final AggregateStore<Lead> leads;
    private final AssignmentService service;
    private final Belongings belongings;
    private final JobBells bells;
    private final Resumption<Handover> resumption;

    HandoverRunner(
            ProcessStore<Handover> handovers,
            AggregateStore<Lead> leads,
            AssignmentService service,
            Belongings belongings,
            JobBells bells) {
        this.handovers = handovers;
        this.leads = leads;
        this.service = service;
        this.belongings = belongings;
        this.bells = bells;
        this.resumption = new Resumption<>("handover", handovers, this::run);
    }

    Mono<Void> resume() {
        return resumption.resume();
    }

    Mono<Void> drive(Handover handover) {
        return resumption.drive(handover);
    }

    private Mono<Void> run(Handover handover) {
        if (handover.finished()) {
            bells.reached(progress(handover));
            return Mono.empty();
        }
        List<String> next = handover.open().stream().limit(AT_ONCE).toList();
        Mono<Handover> step = next.isEmpty()
                ? belongings
                        .of(handover.asked())
                        .flatMap(found -> handovers.step(handover.id(), present -> present.found(found)))
                : Flux.fromIterable(next)
                        .concatMap(lead -> give(handover, lead), 1)
                        .collectList()
                        .flatMap(done -> handovers.step(handover.id(), present -> present.with(done)));
        return step.doOnNext(present -> bells.progressed(progress(present))).flatMap(this::run);
    }

    private Mono<Result> give(Handover handover, String lead) {
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

    private static JobProgress progress(Handover handover) {
        return new JobProgress(
                handover.id(),
                "handover",
                handover.asked().by(),
                handover.asked().zones().getFirst(),
                handover.finished() ? "DONE" : "RUNNING",
                handover.results().size(),
                handover.leads().size());
    }
}
