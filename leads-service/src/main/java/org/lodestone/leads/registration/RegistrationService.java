package org.lodestone.leads.registration;

import java.util.List;
import java.util.Set;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadAccess;
import org.lodestone.leads.registration.Standing.Dispute;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What is asked of registrations by the zones: taken, seen, renewed, disputed. */
@Service
class RegistrationService {

    private final AggregateStore<Lead> leads;
    private final AggregateStore<Registration> store;
    private final Registrations registrations;
    private final Registrar registrar;
    private final Desk desk;

    RegistrationService(
            AggregateStore<Lead> leads,
            AggregateStore<Registration> store,
            Registrations registrations,
            Registrar registrar,
            Desk desk) {
        this.leads = leads;
        this.store = store;
        this.registrations = registrations;
        this.registrar = registrar;
        this.desk = desk;
    }

    Mono<Outcome<Registration>> take(String leadId, boolean otherProject, Command command) {
        Rights.require(command, Right.WRITE, Right.WRITE_OWN);
        return leads.find(command.scope(), leadId)
                .flatMap(lead -> {
                    LeadAccess.mayWrite(command, lead);
                    List<Unmet> unmet = RequiredFields.unmet(lead, desk.categoryOf(lead));
                    return unmet.isEmpty()
                            ? registrar.take(lead, otherProject, command)
                            : Mono.error(Problem.gateNotMet("registration", unmet));
                })
                .defaultIfEmpty(new Outcome.Absent<>());
    }

    /** The lead's own, or the one that was before it; its own expired one when there is no other. */
    Mono<Registration> of(Scope scope, String leadId) {
        return leads.find(scope, leadId).flatMap(lead -> {
            Mono<Registration> own = registrations.of(lead);
            Mono<Registration> first = registrations
                    .ofFirm(lead)
                    .filter(registration -> !registration.isOver(desk.now()))
                    .next();
            return own.filter(registration -> !registration.isOver(desk.now()))
                    .switchIfEmpty(first)
                    .switchIfEmpty(own);
        });
    }

    /** By who may write the lead, or by the city. */
    Mono<Outcome<Registration>> renew(String id, Command command) {
        Rights.require(command, Right.WRITE, Right.WRITE_OWN, Right.ARBITRATE);
        return store.find(command.scope(), id)
                .flatMap(registration -> mayRenew(registration, command))
                .flatMap(_ -> store.change(id, command, 201, registration -> {
                    if (registration.isOver(command.at())) {
                        throw new RegistrationProblem.Expired();
                    }
                    return registration.renew(desk.until(registration.zone(), command.at()), "REQUEST", command);
                }))
                .defaultIfEmpty(new Outcome.Absent<>());
    }

    private Mono<Registration> mayRenew(Registration registration, Command command) {
        if (command.scope().may(Right.ARBITRATE)) {
            return Mono.just(registration);
        }
        return leads.find(command.scope(), registration.subject().leadId()).map(lead -> {
            LeadAccess.mayWrite(command, lead);
            return registration;
        });
    }

    /** By a zone that has a lead of the same firm; whoever has none does not learn that there is a registration. */
    Mono<Outcome<Registration>> dispute(String id, String reason, Command command) {
        Rights.require(command, Right.WRITE, Right.WRITE_OWN);
        return store.load(id)
                .flatMap(registration -> {
                    if (command.scope().covers(registration.zone(), null)) {
                        return Mono.error(Problem.forbidden());
                    }
                    return desk.leadOfSameFirm(command.scope(), registration).flatMap(lead -> {
                        LeadAccess.mayWrite(command, lead);
                        Dispute dispute = new Dispute(lead.zone(), lead.id(), command.by(), command.at(), reason);
                        return everywhere(id, command, dispute);
                    });
                })
                .defaultIfEmpty(new Outcome.Absent<>());
    }

    /** The one who disputes reaches into another zone for this and nothing else. */
    private Mono<Outcome<Registration>> everywhere(String id, Command command, Dispute dispute) {
        Scope own = command.scope();
        Scope wide = new Scope(own.subject(), own.name(), own.roles(), Set.of(Scope.EVERY_ZONE), null, own.rights());
        Command there = new Command(
                wide,
                command.key(),
                command.fingerprint(),
                command.expectedVersion(),
                command.at(),
                command.by(),
                command.recordedAt(),
                command.backfill());
        return store.change(id, there, 201, registration -> registration.dispute(dispute, there));
    }
}
