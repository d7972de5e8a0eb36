package org.lodestone.leads.merge;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.Merging;
import org.lodestone.leads.lead.Progress.Merger;
import org.lodestone.leads.lead.ZoneRules;
import org.lodestone.leads.merge.LeadMerge.State;
import org.lodestone.leads.merge.LeadMerge.Undo;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple2;

/**
 * The steps of a merge. Each does its work and only then says so in the record; killed in between, it is done again, and finds by the
 * command's key that it was done. What changes the target is worked out for one version of it, written down, and made for that version.
 */
@Component
class MergeSteps {

    private static final int OK = 200;

    private final AggregateStore<Lead> leads;
    private final ProcessStore<LeadMerge> merges;
    private final LeadDesk desk;
    private final BusinessClock clock;

    MergeSteps(AggregateStore<Lead> leads, ProcessStore<LeadMerge> merges, LeadDesk desk, BusinessClock clock) {
        this.leads = leads;
        this.merges = merges;
        this.desk = desk;
        this.clock = clock;
    }

    /** Until nothing is left to do. What fails stays as it is, to be resumed. */
    Mono<LeadMerge> run(LeadMerge merge) {
        return merge.finished() ? Mono.just(merge) : step(merge).flatMap(this::run);
    }

    /** The next one; another one who goes through the same merge may have been faster, which does not matter. */
    Mono<LeadMerge> step(LeadMerge merge) {
        return work(merge)
                .flatMap(next ->
                        merges.step(merge.id(), present -> present.version() == merge.version() ? next : present));
    }

    /** The work alone, as if killed before it was recorded; answers with what would have been. */
    Mono<LeadMerge> work(LeadMerge merge) {
        return switch (merge.state()) {
            case BEGUN -> close(merge);
            case CLOSED -> plan(merge);
            case TAKING -> take(merge);
            case TURNING_BACK -> reopen(merge, State.REFUSED);
            case UNDOING -> planReturn(merge);
            case RETURNING -> giveBack(merge);
            case RETURNED -> reopen(merge, State.UNDONE);
            case DONE, REFUSED, UNDONE -> Mono.just(merge);
        };
    }

    private Mono<LeadMerge> close(LeadMerge merge) {
        Command command = command(merge, "close", null, merge.asked().by());
        return leads.load(merge.asked().into())
                .flatMap(target -> leads.change(merge.asked().from(), command, OK, source -> {
                    ZoneRules rules = desk.rules(source.zone());
                    if (!Merging.canGo(source, rules)) {
                        throw new MergeProblem.CannotGo(
                                source.number(), source.progress().state());
                    }
                    Merger merger = new Merger(target.id(), merge.id());
                    return Merging.close(source, merger, target.number(), rules, command);
                }))
                .map(MergeSteps::written)
                .map(_ -> merge.at(State.CLOSED))
                .onErrorResume(
                        MergeSteps::isRefusal, refusal -> Mono.just(merge.refused(State.REFUSED, slug(refusal))));
    }

    private Mono<LeadMerge> plan(LeadMerge merge) {
        return both(merge).map(pair -> {
            Lead target = pair.getT1();
            if (!canTake(target)) {
                return merge.refused(State.TURNING_BACK, "cannot-take-merge");
            }
            return Taking.tooMany(target, pair.getT2(), merge)
                    .map(_ -> merge.refused(State.TURNING_BACK, "merge-too-many"))
                    .orElseGet(() -> merge.taking(Taking.of(target, pair.getT2(), merge, clock.now())));
        });
    }

    private Mono<LeadMerge> take(LeadMerge merge) {
        LeadMerge.Taken taken = Objects.requireNonNull(merge.taken());
        return both(merge)
                .flatMap(pair -> change(merge, "take", taken.of(), merge.asked().by(), (target, command) -> {
                    Lead source = pair.getT2();
                    Line line = new Line("merged", null, null, null, source.number(), null);
                    return Merging.become(
                            target, Taking.content(target, source, taken), line, desk.rules(target.zone()), command);
                }))
                .map(made -> merge.at(made ? State.DONE : State.CLOSED));
    }

    private Mono<LeadMerge> planReturn(LeadMerge merge) {
        LeadMerge.Taken taken = Objects.requireNonNull(merge.taken());
        Undo asked = Objects.requireNonNull(merge.undo());
        return both(merge).map(pair -> {
            Lead target = pair.getT1();
            if (!canTake(target)) {
                return merge.undoing(State.RETURNED, new Undo(asked.by(), asked.at(), 0, Returning.everything(taken)));
            }
            List<LeadMerge.Kept> kept =
                    Returning.of(target, pair.getT2(), taken).kept();
            return merge.undoing(State.RETURNING, new Undo(asked.by(), asked.at(), target.version(), kept));
        });
    }

    private Mono<LeadMerge> giveBack(LeadMerge merge) {
        LeadMerge.Taken taken = Objects.requireNonNull(merge.taken());
        Undo undo = Objects.requireNonNull(merge.undo());
        return both(merge)
                .flatMap(pair -> change(merge, "return", undo.of(), undo.by(), (target, command) -> {
                    Lead source = pair.getT2();
                    Line line = new Line("merge-undone", null, null, null, source.number(), null);
                    return Merging.become(
                            target,
                            Returning.of(target, source, taken).content(),
                            line,
                            desk.rules(target.zone()),
                            command);
                }))
                .map(made -> merge.at(made ? State.RETURNED : State.UNDOING));
    }

    private Mono<LeadMerge> reopen(LeadMerge merge, State end) {
        Undo undo = merge.undo();
        Command command =
                command(merge, "reopen", null, undo == null ? merge.asked().by() : undo.by());
        return leads.change(
                        merge.asked().from(),
                        command,
                        OK,
                        source -> Merging.reopen(source, desk.rules(source.zone()), command))
                .map(MergeSteps::written)
                .map(_ -> merge.at(end))
                .onErrorResume(MergeSteps::isRefusal, _ -> Mono.just(merge.at(end)));
    }

    private interface Deciding {
        Decision<Lead> decide(Lead target, Command command);
    }

    /** False when the target is no longer of that version: it is worked out again. */
    private Mono<Boolean> change(LeadMerge merge, String what, long version, String by, Deciding deciding) {
        Command command = command(merge, what + ":" + version, version, by);
        return leads.change(merge.asked().into(), command, OK, target -> deciding.decide(target, command))
                .map(outcome -> !(outcome instanceof Outcome.Stale<Lead>) && written(outcome))
                .onErrorResume(MergeSteps::isRefusal, _ -> Mono.just(false));
    }

    private Command command(LeadMerge merge, String what, @Nullable Long version, String by) {
        String key = "merge:" + merge.id() + ":" + what;
        Instant now = clock.now();
        return new Command(Scope.system(), key, key, version, now, by, now, false);
    }

    private Mono<Tuple2<Lead, Lead>> both(LeadMerge merge) {
        return leads.load(merge.asked().into()).zipWith(leads.load(merge.asked().from()));
    }

    private boolean canTake(Lead target) {
        return !target.isWithdrawn() && Merging.canTake(target, desk.rules(target.zone()));
    }

    /** @throws IllegalStateException where trying again later helps */
    private static boolean written(Outcome<Lead> outcome) {
        return switch (outcome) {
            case Outcome.Done<Lead> _, Outcome.Replayed<Lead> _ -> true;
            case Outcome.Absent<Lead> _,
                    Outcome.Stale<Lead> _,
                    Outcome.KeyReused<Lead> _,
                    Outcome.Busy<Lead> _,
                    Outcome.Backlogged<Lead> _ ->
                throw new IllegalStateException(
                        "a merge waits: " + outcome.getClass().getSimpleName());
        };
    }

    /** A problem of the lead itself, which no other try changes. */
    private static boolean isRefusal(Throwable error) {
        return error instanceof Problem;
    }

    private static String slug(Throwable refusal) {
        return refusal instanceof Problem problem ? problem.slug() : "";
    }
}
