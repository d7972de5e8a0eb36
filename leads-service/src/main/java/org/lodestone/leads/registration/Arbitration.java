package org.lodestone.leads.registration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.registration.Registration.Heir;
import org.lodestone.leads.registration.Standing.Clash;
import org.lodestone.leads.registration.Standing.Ruling;
import org.lodestone.leads.registration.Standing.Verdict;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * The city settles what two zones claim. The decision is one write on one registration; those it ends give their keys away and end themselves
 * in {@link Clashes}, now or when the service is back.
 */
@Service
class Arbitration {

    private final AggregateStore<Registration> store;
    private final Desk desk;
    private final Directory directory;
    private final Clashes clashes;

    Arbitration(AggregateStore<Registration> store, Desk desk, Directory directory, Clashes clashes) {
        this.store = store;
        this.desk = desk;
        this.directory = directory;
        this.clashes = clashes;
    }

    Mono<Outcome<Registration>> arbitrate(String id, ArbitrationForm form, Command command) {
        Rights.require(command, Right.ARBITRATE);
        zonesAreKnown(form);
        return store.find(command.scope(), id)
                .flatMap(registration -> heir(registration, form)
                        .flatMap(heir -> store.change(
                                id,
                                command,
                                201,
                                present -> present.arbitrate(
                                        ruling(present, form, command),
                                        form.sharesOr(heir.map(Heir::zone).orElse(present.zone())),
                                        heir.orElse(null),
                                        command))))
                .flatMap(outcome -> outcome instanceof Outcome.Done<Registration>(Registration settled)
                        ? clashes.settle(settled).thenReturn(outcome)
                        : Mono.just(outcome))
                .defaultIfEmpty(new Outcome.Absent<>());
    }

    private static Ruling ruling(Registration registration, ArbitrationForm form, Command command) {
        List<String> ended = registration.standing().clashes().stream()
                .map(Clash::registration)
                .toList();
        return new Ruling(form.verdict(), command.by(), command.at(), form.because(), ended);
    }

    /** Whose lead goes on with it: the target zone must have one of the same firm; otherwise the lead itself is transferred. */
    private Mono<Optional<Heir>> heir(Registration registration, ArbitrationForm form) {
        if (form.verdict() != Verdict.TRANSFER) {
            return Mono.just(Optional.empty());
        }
        String zone = Objects.requireNonNull(form.toZone());
        return desk.leadOfSameFirm(inZone(zone), registration)
                .map(lead -> Optional.of(heir(lead, registration)))
                .switchIfEmpty(Mono.error(() -> Problem.invalid(FieldProblem.of("toZone", "no-lead-of-firm"))));
    }

    private static Heir heir(Lead lead, Registration registration) {
        return new Heir(
                lead.zone(),
                lead.park(),
                Terms.subject(lead, registration.subject().further()));
    }

    private static Scope inZone(String zone) {
        Scope all = Scope.system();
        return new Scope(all.subject(), all.name(), all.roles(), Set.of(zone), null, all.rights());
    }

    private void zonesAreKnown(ArbitrationForm form) {
        isKnown("toZone", form.toZone());
        form.sharesOr("").forEach(share -> {
            if (!share.zone().isEmpty()) {
                isKnown("credit", share.zone());
            }
        });
    }

    private void isKnown(String field, @Nullable String zone) {
        if (zone != null && directory.zone(zone).isEmpty()) {
            throw Problem.invalid(FieldProblem.of(field, "unknown"));
        }
    }
}
