package org.lodestone.leads.merge;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.Merging;
import org.lodestone.leads.lead.Progress.Merger;
import org.lodestone.leads.merge.LeadMerge.Asked;
import org.lodestone.leads.merge.LeadMerge.State;
import org.lodestone.leads.merge.LeadMerge.Undo;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Decides which leads may be merged and until when that may be undone. */
@Service
class MergeService {

    static final Duration UNDO_WITHIN = Duration.ofDays(30);

    /** Longer than any merge that nobody crosses; who asked is answered with how far it came. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(MergeService.class);

    private final AggregateStore<Lead> leads;
    private final ProcessStore<LeadMerge> merges;
    private final MergeSteps steps;
    private final LeadDesk desk;
    private final BusinessClock clock;

    MergeService(
            AggregateStore<Lead> leads,
            ProcessStore<LeadMerge> merges,
            MergeSteps steps,
            LeadDesk desk,
            BusinessClock clock) {
        this.leads = leads;
        this.merges = merges;
        this.steps = steps;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param repeated whether the same request had begun it before */
    record Begun(LeadMerge merge, boolean repeated) {}

    Mono<Begun> begin(String into, MergeController.MergeForm form, Command command) {
        Rights.require(command.scope(), Right.ASSIGN);
        String id = into + "-" + leads.newId(command);
        return merges.find(id)
                .map(known -> new Begun(same(known, command), true))
                .switchIfEmpty(Mono.defer(() -> first(LeadMerge.begin(id, form.asked(into, command)), command)))
                .flatMap(begun -> driven(begun.merge()).map(merge -> new Begun(merge, begun.repeated())));
    }

    Mono<LeadMerge> undo(String into, String id, Command command) {
        Rights.require(command.scope(), Right.ASSIGN);
        return found(command.scope(), into, id)
                .flatMap(this::driven)
                .flatMap(merge -> target(command.scope(), merge).flatMap(target -> undone(merge, target, command)));
    }

    Mono<LeadMerge> find(Scope scope, String lead, String id) {
        Rights.require(scope, Right.READ);
        return leads.find(scope, lead)
                .flatMap(_ -> merges.find(id))
                .filter(merge -> merge.asked().into().equals(lead)
                        || merge.asked().from().equals(lead))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** Newest first: those into this lead, and the one by which it went itself. */
    Mono<List<LeadMerge>> list(Scope scope, String lead) {
        Rights.require(scope, Right.READ);
        return leads.find(scope, lead)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(found -> {
                    Merger merged = found.progress().merged();
                    // Their ids begin with the target's, so that they are found without looking at all merges.
                    Flux<LeadMerge> into =
                            merges.list(Filters.and(Filters.gt("_id", lead + "-"), Filters.lt("_id", lead + ".")));
                    return into.concatWith(merged == null ? Mono.empty() : merges.find(merged.merge()))
                            .collectSortedList(Comparator.comparing(
                                            (LeadMerge merge) -> merge.asked().at())
                                    .reversed());
                });
    }

    /** As far as it gets now; what is left is resumed. */
    private Mono<LeadMerge> driven(LeadMerge merge) {
        return steps.run(merge).timeout(PATIENCE).onErrorResume(e -> {
            LOG.warn("merge {} goes on later: {}", merge.id(), e.toString());
            return merges.find(merge.id());
        });
    }

    private Mono<Begun> first(LeadMerge merge, Command command) {
        Scope scope = command.scope();
        if (merge.asked().from().equals(merge.asked().into())) {
            throw Problem.invalid(FieldProblem.of("from", "merge-self"));
        }
        return target(scope, merge)
                .zipWith(leads.find(scope, merge.asked().from()).switchIfEmpty(Mono.error(Problem::notFound)))
                .flatMap(pair -> {
                    allowed(pair.getT1(), pair.getT2(), merge);
                    return merges.begin(merge);
                })
                .map(stored -> new Begun(same(stored, command), false));
    }

    private void allowed(Lead target, Lead source, LeadMerge merge) {
        if (!target.zone().equals(source.zone())) {
            throw new MergeProblem.OtherZone();
        }
        if (!Merging.canTake(target, desk.rules(target.zone()))) {
            throw new MergeProblem.CannotTake(target.number(), target.progress().state());
        }
        if (!Merging.canGo(source, desk.rules(source.zone()))) {
            throw new MergeProblem.CannotGo(source.number(), source.progress().state());
        }
        Taking.tooMany(target, source, merge).ifPresent(what -> {
            throw new MergeProblem.TooMany(what);
        });
    }

    private Mono<LeadMerge> undone(LeadMerge merge, Lead target, Command command) {
        if (merge.state() == State.UNDONE) {
            return Mono.just(merge);
        }
        if (merge.state() != State.DONE || merge.taken() == null) {
            throw new MergeProblem.NothingToUndo();
        }
        if (merge.taken().at().plus(UNDO_WITHIN).isBefore(clock.now())) {
            throw new MergeProblem.UndoTooLate(UNDO_WITHIN.toDays());
        }
        if (!Merging.canTake(target, desk.rules(target.zone()))) {
            throw new MergeProblem.CannotTake(target.number(), target.progress().state());
        }
        Undo undo = new Undo(command.by(), command.at(), 0, List.of());
        return merges.step(
                        merge.id(),
                        present -> present.state() == State.DONE ? present.undoing(State.UNDOING, undo) : present)
                .flatMap(this::driven);
    }

    private Mono<LeadMerge> found(Scope scope, String into, String id) {
        return find(scope, into, id)
                .filter(merge -> merge.asked().into().equals(into))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private Mono<Lead> target(Scope scope, LeadMerge merge) {
        return leads.find(scope, merge.asked().into()).switchIfEmpty(Mono.error(Problem::notFound));
    }

    private static LeadMerge same(LeadMerge known, Command command) {
        Asked asked = known.asked();
        if (!asked.fingerprint().equals(command.fingerprint())) {
            throw Problem.idempotencyKeyReused();
        }
        return known;
    }
}
