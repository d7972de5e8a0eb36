package org.lodestone.leads.lead;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.leads.lead.Progress.Hold;
import org.lodestone.leads.lead.Progress.Loss;
import org.lodestone.leads.lead.Progress.Signing;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.web.Problem;

/** A lead 招商线索: every change is a method that returns the new lead with its one event, or refuses. */
public record Lead(
        String id,
        long version,
        String zone,
        @Nullable String park,
        String number,
        Profile profile,
        Plan plan,
        Assignment assignment,
        Progress progress,
        Care care,
        Trace trace)
        implements Aggregate {

    /** The state of a tombstone; no template knows it, so nothing leads there but {@link #withdraw}. */
    public static final String WITHDRAWN = "WITHDRAWN";

    /** Of the line of its history that says a person was taken out of it. */
    static final String ERASED = "personal-data-erased";

    /** A lead begins in the first state of its zone's pipeline. */
    static Decision<Lead> capture(Draft draft, ZoneRules rules, Command command) {
        LeadForm form = draft.form();
        Progress progress = Progress.begin(rules.template().initial(), command.at());
        Lead lead = new Lead(
                        draft.id(),
                        0,
                        draft.zone(),
                        form.park(),
                        draft.number(),
                        form.profile(List.of(), "c1-"),
                        form.plan(List.of(), "d1-"),
                        draft.assignment(),
                        progress,
                        Care.begin(form.nextAction()),
                        Trace.begin(command, draft.duplicates()).keptBy(Custody.of(draft.because())))
                .clocked(rules);
        return new Decision<>(lead, LeadEvents.captured(lead, rules, command, draft.duplicates()), Line.of("captured"));
    }

    /** What a new lead is made of, once it is known to be allowed. */
    record Draft(
            String id,
            String number,
            String zone,
            LeadForm form,
            Assignment assignment,
            @Nullable Because because,
            List<String> duplicates) {}

    /** A lead that was kept elsewhere begins with its past: one command, one event. */
    static Decision<Lead> bring(Draft draft, Past past, ZoneRules rules, Command command) {
        Lead begun = capture(draft, rules, command).next();
        Lead lead = past.told(begun, rules.template()).clocked(rules);
        return new Decision<>(lead, LeadEvents.captured(lead, List.of(), rules, command), Line.of("imported"));
    }

    /** What a list kept elsewhere says anew: fields and a follow-up in one change. */
    Decision<Lead> catchUp(
            LeadForm form, List<FollowUp> followUps, List<String> duplicates, ZoneRules rules, Command command) {
        Lead next = revise(form, duplicates, rules, command).next();
        Care told = new Care(followUps, next.care.nextAction(), care.assessment(), List.of(), care.waits());
        Lead lead = next.with(told).touched(command).clocked(rules);
        return new Decision<>(lead, LeadEvents.changed(this, lead, rules, command), Line.of("changed"));
    }

    /** @param form the whole of what may be written, as it shall be */
    Decision<Lead> revise(LeadForm form, List<String> duplicates, ZoneRules rules, Command command) {
        String suffix = (version + 1) + "-";
        Lead next = new Lead(
                        id,
                        version,
                        zone,
                        form.park(),
                        number,
                        form.profile(profile.contacts(), "c" + suffix),
                        form.plan(plan.documents(), "d" + suffix),
                        form.assignmentOrNone(),
                        progress,
                        care.with(form.nextAction()),
                        trace.keptBy(Handing.afterForm(this, form.assignmentOrNone(), Because.Code.ASSIGNED, command))
                                .touched(command)
                                .checked(command.recordedAt(), duplicates))
                .clocked(rules);
        return new Decision<>(next, LeadEvents.changed(this, next, rules, command), Line.of("changed"));
    }

    Decision<Lead> move(Move move, ZoneRules rules, Command command) {
        List<Unmet> unmet = unmet(move, rules);
        if (!unmet.isEmpty()) {
            throw Problem.gateNotMet(move.target(), unmet);
        }
        Move.inOrder(command.at(), progress.since());
        Lead next = with(entered(move, rules, command))
                .with(stillWaiting(move, rules, command))
                .touched(command)
                .clocked(rules);
        Duration dwell = progress.dwell(command.at());
        Line line = new Line("moved", progress.state(), move.target(), move.reason(), move.note(), dwell);
        return new Decision<>(next, LeadEvents.moved(this, next, move.reason(), rules, command), line);
    }

    /** Everything a move still lacks; what cannot be at all is refused with the moves that can. */
    List<Unmet> unmet(Move move, ZoneRules rules) {
        PipelineTemplate template = rules.template();
        if (move.reason() != null && !ReasonCodes.known(template, move.reason())) {
            throw new LeadProblem.UnknownReason(ReasonCodes.of(template));
        }
        if (template.find(move.target())
                .filter(state -> state.is(Category.MERGED))
                .isPresent()) {
            throw new LeadProblem.MergeInstead();
        }
        return template.unmet(progress.state(), heldFrom(), move.target(), GateFacts.of(this), move.facts());
    }

    Decision<Lead> followUp(FollowUp followUp, ZoneRules rules, Command command) {
        if (care.followUps().size() >= Care.MOST_FOLLOW_UPS) {
            throw new LeadProblem.TooManyFollowUps(Care.MOST_FOLLOW_UPS);
        }
        Lead next = with(care.with(followUp)).touched(command).clocked(rules);
        return new Decision<>(
                next, LeadEvents.followedUp(this, next, followUp, rules, command), Line.of("followed-up"));
    }

    /**
     * A follow-up put right by who wrote it, as long as it is fresh; what it said before stays in the history.
     *
     * @param edit the follow-up as it shall be; {@code null} takes it away
     */
    Decision<Lead> rewrite(String id, Function<FollowUp, @Nullable FollowUp> edit, ZoneRules rules, Command command) {
        FollowUp known = care.followUp(id).orElseThrow(Problem::notFound);
        if (!known.recordedBy().equals(command.scope().subject())) {
            throw new LeadProblem.FollowUpNotYours();
        }
        if (!command.recordedAt().isBefore(known.editableUntil())) {
            throw new LeadProblem.FollowUpClosed();
        }
        FollowUp edited = edit.apply(known);
        Lead next = with(care.replacing(known, edited)).touched(command).clocked(rules);
        String kind = edited == null ? "follow-up-removed" : "follow-up-changed";
        return new Decision<>(
                next, LeadEvents.changed(this, next, List.of("followUps"), rules, command), Line.of(kind));
    }

    Decision<Lead> assess(Assessment assessment, ZoneRules rules, Command command) {
        Lead next = with(care.with(assessment)).touched(command).clocked(rules);
        return new Decision<>(next, LeadEvents.assessed(this, next, assessment, rules, command), Line.of("assessed"));
    }

    /** Takes the lead back: what is left tells its number and that it was there, without the people and texts in it. */
    public Decision<Lead> withdraw(String reason, ZoneRules rules, Command command) {
        Source source = new Source(profile.source().channel(), null, null);
        Profile bare = new Profile(profile.name(), null, List.of(), source, profile.receivedOn(), List.of());
        Plan nothing = new Plan(
                new Plan.Business(null, null, null), null, null, null, new Plan.Terms(List.of(), null), List.of());
        Lead stone = new Lead(
                id,
                version,
                zone,
                park,
                number,
                bare,
                nothing,
                assignment,
                progress.enter(WITHDRAWN, command.at()),
                Care.begin(null),
                trace.touched(command));
        Line line = new Line("withdrawn", progress.state(), WITHDRAWN, reason, null, progress.dwell(command.at()));
        return new Decision<>(stone, LeadEvents.withdrawn(this, stone, reason, rules, command), line);
    }

    /** @param left the same lead without a person who asked to be forgotten; neither event nor history say what was there */
    public Decision<Lead> forget(Lead left, ZoneRules rules, Command command) {
        List<String> more = left.care.equals(care) ? List.of() : List.of("followUps");
        return new Decision<>(left, LeadEvents.changed(this, left, more, rules, command), Line.quiet(ERASED));
    }

    @Override
    public boolean isWithdrawn() {
        return progress.state().equals(WITHDRAWN);
    }

    public boolean belongsTo(String person) {
        return person.equals(assignment.owner()) || person.equals(trace.createdBy());
    }

    public Light lightAt(Instant now) {
        if (waitAt(now).isPresent()) {
            return Light.WAITING;
        }
        if (isPast(redAt(), now)) {
            return Light.RED;
        }
        return isPast(yellowAt(), now) ? Light.YELLOW : Light.GREEN;
    }

    /** What it waits for; what is held or at an end waits for nothing. */
    public Optional<Wait> waitAt(Instant now) {
        return isOpen() ? care.waitAt(now) : Optional.empty();
    }

    /** When the last of its waits ends, or ended. */
    @Nullable
    Instant sleepsUntil() {
        return isOpen() && !care.waits().isEmpty() ? care.waits().getLast().end() : null;
    }

    /** The clock that falls due first. */
    public Optional<Due> firstDue() {
        return care.dues().stream().min(Comparator.comparing(Due::dueAt));
    }

    @Nullable
    Instant yellowAt() {
        return firstDue().map(Due::dueAt).orElse(null);
    }

    @Nullable
    Instant redAt() {
        return care.dues().stream().map(Due::redAt).min(Instant::compareTo).orElse(null);
    }

    @Nullable
    String heldFrom() {
        return progress.held() == null ? null : progress.held().from();
    }

    /** Derived, so that the same conversion names the same project however often it is tried. */
    String projectIdToBe() {
        return "P-" + id;
    }

    private Progress entered(Move move, ZoneRules rules, Command command) {
        State target = rules.template().state(move.target());
        Progress next = progress.enter(target.code(), command.at());
        return switch (target.category()) {
            case OPEN, MERGED, TRANSFERRED -> next;
            case HELD -> next.heldBecause(new Hold(progress.state(), reason(move), move.revisitOn()));
            case LOST -> next.lostBecause(new Loss(reason(move), move.lostTo()));
            case WON ->
                next.signed(signing(Objects.requireNonNull(move.contract(), "the gate of a won state asks for it")));
        };
    }

    /** Who puts it aside or ends it waits no longer. */
    private Care stillWaiting(Move move, ZoneRules rules, Command command) {
        return rules.template().state(move.target()).is(Category.OPEN) ? care : care.awake(command.at());
    }

    private static String reason(Move move) {
        return move.reason() == null ? "" : move.reason();
    }

    private Signing signing(Move.Paper contract) {
        return new Signing(
                projectIdToBe(),
                Objects.requireNonNull(contract.number()),
                Objects.requireNonNull(contract.on()),
                Objects.requireNonNull(contract.amount()));
    }

    /** As if a command of the lead itself had made it. */
    Lead continued(ZoneRules rules, Command command) {
        return touched(command).clocked(rules);
    }

    Lead clocked(ZoneRules rules) {
        Lead clocked = with(care.with(rules.clocks(this)));
        return clocked.care.dues().stream()
                .filter(due -> due.kind().equals(Clocks.FIRST_RESPONSE))
                .findFirst()
                .map(due -> clocked.with(trace.expecting(due.dueAt())))
                .orElse(clocked);
    }

    Lead lastTouched(Instant at) {
        Trace seen = trace.lastTouched(at);
        return new Lead(id, version, zone, park, number, profile, plan, assignment, progress, care, seen);
    }

    private Lead touched(Command command) {
        return with(trace.touched(command).answered(Response.isGiven(this) ? command.at() : null));
    }

    Lead with(Trace next) {
        return new Lead(id, version, zone, park, number, profile, plan, assignment, progress, care, next);
    }

    Lead with(Profile next) {
        return new Lead(id, version, zone, park, number, next, plan, assignment, progress, care, trace);
    }

    Lead with(Progress next) {
        return new Lead(id, version, zone, park, number, profile, plan, assignment, next, care, trace);
    }

    Lead with(Care next) {
        return new Lead(id, version, zone, park, number, profile, plan, assignment, progress, next, trace);
    }

    Lead with(Plan next) {
        return new Lead(id, version, zone, park, number, profile, next, assignment, progress, care, trace);
    }

    Lead with(Assignment next) {
        return new Lead(id, version, zone, park, number, profile, plan, next, progress, care, trace);
    }

    public Custody custody() {
        return trace.custody() == null ? Custody.NONE : trace.custody();
    }

    /** Neither held nor at an end: somebody should be at work on it. */
    public boolean isOpen() {
        return isUnended() && progress.held() == null;
    }

    /** Takes a place with its owner: open, or held until it is open again. */
    public boolean isUnended() {
        return progress.lost() == null
                && progress.signing() == null
                && progress.merged() == null
                && trace.to() == null
                && !isWithdrawn();
    }

    /** When somebody last cared for it, as recycling counts. */
    public Instant caredAt() {
        return Handing.cares(this).stream().max(Instant::compareTo).orElseThrow();
    }

    private static boolean isPast(@Nullable Instant moment, Instant now) {
        return moment != null && !moment.isAfter(now);
    }
}
