package org.lodestone.leads.registration;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.Transferring;
import org.lodestone.leads.registration.Transfer.Asked;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The city sends a lead to another zone. */
@Service
class TransferService {

    private static final Logger LOG = LoggerFactory.getLogger(TransferService.class);

    private final AggregateStore<Lead> leads;
    private final ProcessStore<Transfer> transfers;
    private final TransferSteps steps;
    private final LeadDesk desk;
    private final Directory directory;

    TransferService(
            AggregateStore<Lead> leads,
            ProcessStore<Transfer> transfers,
            TransferSteps steps,
            LeadDesk desk,
            Directory directory) {
        this.leads = leads;
        this.transfers = transfers;
        this.steps = steps;
        this.desk = desk;
        this.directory = directory;
    }

    record Form(@Nullable String toZone, @Nullable String reason) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("toZone", toZone).code("toZone", toZone);
            checks.required("reason", reason).text("reason", reason, RegistrationController.REASON_LENGTH);
        }

        String zone() {
            return Objects.requireNonNull(toZone);
        }

        String because() {
            return Objects.requireNonNull(reason).strip();
        }
    }

    /** As far as it gets now; what is left is resumed. */
    Mono<Transfer> transfer(String leadId, Form form, Command command) {
        Rights.require(command.scope(), Right.ARBITRATE);
        String id = leadId + '-' + leads.newId(command);
        return leads.find(command.scope(), leadId)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(lead -> transfers
                        .find(id)
                        .map(known -> same(known, command))
                        .switchIfEmpty(Mono.defer(() -> begin(id, lead, form, command))))
                .flatMap(this::driven)
                .flatMap(transfer -> transfer.refusedIn() == null
                        ? Mono.just(transfer)
                        : Mono.error(new RegistrationProblem.TransferRefused(transfer.refusedIn())));
    }

    private Mono<Transfer> begin(String id, Lead lead, Form form, Command command) {
        if (directory.zone(form.zone()).isEmpty()) {
            throw Problem.invalid(FieldProblem.of("toZone", "unknown"));
        }
        if (lead.zone().equals(form.zone())) {
            throw Problem.invalid(FieldProblem.of("toZone", "same-zone"));
        }
        if (!Transferring.canGo(lead, desk.rules(lead.zone()))) {
            throw new RegistrationProblem.TransferRefused(lead.progress().state());
        }
        Asked asked = new Asked(
                lead.id(), lead.zone(), form.zone(), form.because(), command.by(), command.at(), command.fingerprint());
        String heir = leads.newId(Command.ofSystem("transfer:" + id, command.by(), command.at()));
        return desk.number(form.zone(), command.at())
                .flatMap(number -> transfers.begin(Transfer.begin(id, asked, heir, number)));
    }

    private Mono<Transfer> driven(Transfer transfer) {
        return steps.run(transfer).onErrorResume(e -> {
            LOG.warn("transfer {} goes on later: {}", transfer.id(), e.toString());
            return transfers.find(transfer.id());
        });
    }

    private static Transfer same(Transfer known, Command command) {
        if (!known.asked().fingerprint().equals(command.fingerprint())) {
            throw Problem.idempotencyKeyReused();
        }
        return known;
    }

    /** The leads of other zones that this one continues, the latest first: their history is this one's, by reference. */
    Flux<Lead> before(Scope scope, String leadId) {
        return leads.find(scope, leadId)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .expand(this::source)
                .skip(1);
    }

    private Mono<Lead> source(Lead lead) {
        return lead.trace().from() == null
                ? Mono.empty()
                : leads.load(lead.trace().from().lead());
    }
}
