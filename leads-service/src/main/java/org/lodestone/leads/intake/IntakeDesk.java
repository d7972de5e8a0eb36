package org.lodestone.leads.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadService;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes a lead of what was handed in, once: by the caller's key, or, without one, by what is said within ten minutes. */
@Component
class IntakeDesk {

    private static final long SPAN = Duration.ofMinutes(10).toMillis();
    private static final int BACKLOG_SECONDS = 15;

    private final LeadService service;
    private final AggregateStore<Lead> leads;
    private final Directory directory;
    private final BusinessClock clock;

    IntakeDesk(LeadService service, AggregateStore<Lead> leads, Directory directory, BusinessClock clock) {
        this.service = service;
        this.leads = leads;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What is handed in.
     *
     * @param body as it was read, for telling one from another
     * @param key the caller's, if any
     */
    record Handed(
            IntakeSource source, String body, @Nullable String key) {

        /** Strangers who share a form cannot meet in one key: there what is said belongs to it. */
        String once(long span) {
            if (key == null) {
                return IntakeKeys.hash("intake", source.id(), body, Long.toString(span));
            }
            return source.kind() == IntakeSource.Kind.SERVER
                    ? IntakeKeys.hash("intake-key", source.id(), key)
                    : IntakeKeys.hash("intake-key", source.id(), key, body);
        }
    }

    /** The reference; the same for a repetition. */
    Mono<String> take(Handed handed, Submission submission) {
        Instant now = clock.now();
        long span = now.toEpochMilli() / SPAN;
        Mono<String> known = handed.key() == null ? recent(handed, span - 1, now) : Mono.empty();
        return known.switchIfEmpty(Mono.defer(() -> capture(command(handed, span, now), handed, submission)));
    }

    /** What a machine is told that fell into the trap: it looks like any other. */
    String decoy(Handed handed) {
        Instant now = clock.now();
        return IntakeKeys.reference(leads.newId(command(handed, now.toEpochMilli() / SPAN, now)));
    }

    private Mono<String> recent(Handed handed, long span, Instant now) {
        String id = leads.newId(command(handed, span, now));
        return leads.load(id)
                .filter(lead -> lead.trace().createdAt().toEpochMilli() > now.toEpochMilli() - SPAN)
                .map(lead -> IntakeKeys.reference(lead.id()));
    }

    private Mono<String> capture(Command command, Handed handed, Submission submission) {
        IntakeSource source = handed.source();
        String id = leads.newId(command);
        String reference = IntakeKeys.reference(id);
        Assignment assignment = assignment(source.zone());
        return service.capture(
                        submission.lead(source, reference, clock.today(source.zone()), assignment),
                        source.zone(),
                        assignment,
                        command)
                .map(outcome -> switch (outcome) {
                    case Outcome.Done<Lead> _, Outcome.Replayed<Lead> _ -> reference;
                    case Outcome.KeyReused<Lead> _ -> throw Problem.idempotencyKeyReused();
                    case Outcome.Backlogged<Lead> _ -> throw Problem.unavailable(BACKLOG_SECONDS);
                    case Outcome.Absent<Lead> _, Outcome.Stale<Lead> _, Outcome.Busy<Lead> _ -> throw Problem.busy();
                });
    }

    /** The head of the zone's only department that has one; nobody where that is not clear. */
    private Assignment assignment(String zone) {
        Map<String, String> heads = directory.heads(zone);
        return heads.size() == 1
                ? new Assignment(
                        heads.values().iterator().next(),
                        heads.keySet().iterator().next(),
                        null)
                : new Assignment(null, null, null);
    }

    private static Command command(Handed handed, long span, Instant now) {
        Command system =
                Command.ofSystem(handed.once(span), "intake:" + handed.source().id(), now);
        String fingerprint = IntakeKeys.hash(handed.body());
        return new Command(system.scope(), system.key(), fingerprint, null, now, system.by(), now, false);
    }
}
