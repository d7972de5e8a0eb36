package org.lodestone.leads.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.PastLeads;
import org.lodestone.leads.lead.PastLeads.Revision;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportTarget.Undone;
import org.lodestone.platform.imports.ImportTarget.Written;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes back what an import wrote, unless somebody touched it since. The service itself is nobody: its clocks, its scores and its pool write
 * at any moment, also in the middle of an undo, which then looks again.
 */
@Component
class LeadImportUndo {

    private static final String TOUCHED = "touched";
    private static final String BUSY = "busy";
    private static final int GONE = 410;
    private static final Retry AGAIN =
            Retry.backoff(8, Duration.ofMillis(20)).filter(WrittenMeanwhile.class::isInstance);

    private final PastLeads leads;
    private final LeadImportTrail trails;
    private final BusinessClock clock;

    LeadImportUndo(PastLeads leads, LeadImportTrail trails, BusinessClock clock) {
        this.leads = leads;
        this.trails = trails;
        this.clock = clock;
    }

    Mono<Undone> undo(ImportProcess of, Written row) {
        Mono<String> because = switch (row.effect()) {
            case CREATED -> withdraw(of, row);
            case UPDATED -> putBack(of, row);
            case SKIPPED, FAILED -> Mono.just("");
        };
        return because.retryWhen(AGAIN)
                .onErrorResume(Exceptions::isRetryExhausted, _ -> Mono.just(BUSY))
                .onErrorResume(
                        Problem.class,
                        problem -> Mono.just(problem.getStatusCode().value() == GONE ? "" : problem.slug()))
                .map(why -> new Undone(row.row(), why.isEmpty() ? null : why));
    }

    private Mono<String> withdraw(ImportProcess of, Written row) {
        Command command = command(of, row);
        return Mono.defer(() -> leads.find(command.scope(), row.id()))
                .flatMap(lead -> leads.isUntouchedSince(lead, row.version())
                        .flatMap(untouched -> untouched ? withdraw(lead, command) : Mono.just(TOUCHED)))
                .defaultIfEmpty("not-found");
    }

    private Mono<String> withdraw(Lead untouched, Command command) {
        return leads.withdraw(untouched.id(), "IMPORT_UNDONE", command, now -> {
                    if (now.version() != untouched.version()) {
                        throw new WrittenMeanwhile();
                    }
                    return null;
                })
                .map(LeadImportUndo::because);
    }

    private Mono<String> putBack(ImportProcess of, Written row) {
        String trail = row.trail();
        if (trail == null) {
            return Mono.just(TOUCHED);
        }
        String told = "import-" + of.id() + "-" + row.row();
        List<String> kept = new ArrayList<>();
        return leads.catchUp(row.id(), command(of, row), List.of(), lead -> {
                    LeadImportTrail.Back back = trails.back(LeadForm.of(lead), trail);
                    kept.clear();
                    kept.addAll(back.kept());
                    List<FollowUp> followUps = lead.care().followUps().stream()
                            .filter(one -> !one.id().equals(told))
                            .toList();
                    return new Revision(back.form(), followUps);
                })
                .map(LeadImportUndo::because)
                .map(why -> why.isEmpty() && !kept.isEmpty() ? TOUCHED + ":" + String.join(",", kept) : why);
    }

    private static String because(Outcome<Lead> outcome) {
        return switch (outcome) {
            case Outcome.Done<Lead> _, Outcome.Replayed<Lead> _ -> "";
            case Outcome.Absent<Lead> _ -> "not-found";
            case Outcome.Stale<Lead> _, Outcome.KeyReused<Lead> _ -> TOUCHED;
            case Outcome.Busy<Lead> _, Outcome.Backlogged<Lead> _ -> throw new WrittenMeanwhile();
        };
    }

    private Command command(ImportProcess of, Written row) {
        String key = LeadImportWrites.key(of, row.row(), "undo");
        Instant now = clock.now();
        return new Command(
                of.owner().scope(of.zone()), key, key, null, now, of.owner().subject(), now, true);
    }

    /** Whether it was somebody or the service, another look tells. */
    private static final class WrittenMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrittenMeanwhile() {
            super("written to meanwhile", null, false, false);
        }
    }
}
