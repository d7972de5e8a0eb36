package org.lodestone.leads.registration;

import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.Trace.Place;
import org.lodestone.leads.lead.Transferring;
import org.lodestone.leads.registration.Transfer.Step;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The steps of a transfer. Each looks at what is there before it does anything, so that after a kill it is simply done again. */
@Component
class TransferSteps {

    private final ProcessStore<Transfer> transfers;
    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;
    private final Inheritance inheritance;

    TransferSteps(
            ProcessStore<Transfer> transfers, AggregateStore<Lead> leads, LeadDesk desk, Inheritance inheritance) {
        this.transfers = transfers;
        this.leads = leads;
        this.desk = desk;
        this.inheritance = inheritance;
    }

    /** As far as it goes. */
    Mono<Transfer> run(Transfer transfer) {
        return transfer.finished() ? Mono.just(transfer) : next(transfer).flatMap(this::run);
    }

    /** One step. */
    Mono<Transfer> next(Transfer transfer) {
        return switch (transfer.step()) {
            case BEGUN -> close(transfer);
            case CLOSED -> open(transfer);
            case OPENED -> inherit(transfer);
            case DONE, REFUSED -> Mono.just(transfer);
        };
    }

    private Mono<Transfer> close(Transfer transfer) {
        Command command = command(transfer, "close");
        Place to = new Place(transfer.asked().toZone(), transfer.heir(), transfer.number());
        return leads.change(transfer.asked().lead(), command, 200, lead -> {
                    if (to.equals(lead.trace().to())) {
                        throw new Closed();
                    }
                    if (!Transferring.canGo(lead, desk.rules(lead.zone()))) {
                        throw new RegistrationProblem.TransferRefused(
                                lead.progress().state());
                    }
                    return Transferring.close(lead, to, transfer.asked().reason(), desk.rules(lead.zone()), command);
                })
                .flatMap(outcome -> done(outcome, transfer, Step.BEGUN, Step.CLOSED))
                .onErrorResume(Closed.class, _ -> step(transfer, Step.BEGUN, Step.CLOSED))
                .onErrorResume(
                        RegistrationProblem.TransferRefused.class,
                        refusal -> transfers.step(transfer.id(), present -> present.refused(refusal.state())));
    }

    private Mono<Transfer> open(Transfer transfer) {
        Command command = command(transfer, "open");
        Place here = new Place(transfer.asked().toZone(), transfer.heir(), transfer.number());
        return leads.load(transfer.asked().lead())
                .map(source -> Transferring.open(source, here, desk.rules(here.zone()), command))
                .flatMap(first -> leads.create(command, first, 201))
                .flatMap(outcome -> done(outcome, transfer, Step.CLOSED, Step.OPENED));
    }

    private Mono<Transfer> inherit(Transfer transfer) {
        return leads.load(transfer.heir())
                .flatMap(heir -> inheritance.pass(transfer.asked().lead(), heir, command(transfer, "register")))
                .then(Mono.defer(() -> step(transfer, Step.OPENED, Step.DONE)));
    }

    private <A extends Aggregate> Mono<Transfer> done(Outcome<A> outcome, Transfer transfer, Step done, Step next) {
        return switch (outcome) {
            case Outcome.Done<A> _, Outcome.Replayed<A> _ -> step(transfer, done, next);
            case Outcome.Absent<A> _ -> Mono.error(Problem.notFound());
            case Outcome.Stale<A> _, Outcome.KeyReused<A> _, Outcome.Busy<A> _ -> Mono.error(Problem.busy());
            case Outcome.Backlogged<A> _ -> Mono.error(Problem.unavailable(15));
        };
    }

    private Mono<Transfer> step(Transfer transfer, Step done, Step next) {
        return transfers.step(transfer.id(), present -> present.after(done, next));
    }

    private static Command command(Transfer transfer, String step) {
        return Command.ofSystem(
                "transfer:" + transfer.id() + ':' + step,
                transfer.asked().by(),
                transfer.asked().at());
    }

    /** The lead went already, by this very transfer. */
    private static final class Closed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Closed() {
            super("closed before", null, false, false);
        }
    }
}
