package org.lodestone.leads.lead;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Allocation.Newcomer;
import org.lodestone.leads.lead.Allocation.Seat;
import org.lodestone.leads.lead.Allocation.Taker;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.web.MergePatch;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Decides what is asked of leads: fetches what the lead itself cannot know, and lets it decide. */
@Service
public class LeadService {

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final AggregateStore<Lead> leads;
    private final DuplicateFinder duplicates;
    private final LeadDesk desk;
    private final MergePatch mergePatch;
    private final LeadScores scores;
    private final Allocation allocation;
    private final Deputies deputies;

    LeadService(AggregateStore<Lead> leads, LeadDesk desk, MergePatch mergePatch, Judging judging) {
        this.leads = leads;
        this.desk = desk;
        this.mergePatch = mergePatch;
        this.duplicates = judging.duplicates();
        this.scores = judging.scores();
        this.allocation = judging.allocation();
        this.deputies = judging.deputies();
    }

    Mono<Outcome<Lead>> capture(LeadForm form, Command command) {
        Rights.require(command, Right.WRITE, Right.WRITE_OWN);
        String zone = desk.zoneOf(form, command.scope());
        LeadAccess.mayCreate(command, zone, form.park());
        Assignment asked = desk.assignment(form, zone, command);
        Because.Code code = command.by().equals(asked.owner()) ? Because.Code.CREATED : Because.Code.ASSIGNED;
        return capture(new Newcomer(leads.newId(command), zone, form, asked, code, false, command));
    }

    /** What nobody of the house brings in: it belongs to whom a rule chooses, or else whom the assignment names, if anybody. */
    public Mono<Outcome<Lead>> capture(LeadForm form, String zone, Assignment assignment, Command command) {
        return capture(new Newcomer(
                leads.newId(command), zone, form, assignment, Because.Code.DEPARTMENT_HEAD, true, command));
    }

    private Mono<Outcome<Lead>> capture(Newcomer lead) {
        Command command = lead.command();
        ZoneRules rules = desk.rules(lead.zone());
        return allocation.place(
                lead,
                given -> duplicates
                        .find(lead.zone(), lead.form(), lead.id())
                        .zipWith(desk.number(lead.zone(), command.at()))
                        .map(found -> new Lead.Draft(
                                lead.id(),
                                found.getT2(),
                                lead.zone(),
                                lead.form(),
                                given.assignment(),
                                given.because(),
                                found.getT1()))
                        .flatMap(draft -> leads.create(command, Lead.capture(draft, rules, command), CREATED)));
    }

    /** What is merged is looked up for duplicates first; the merge itself is done again on what is then current. */
    Mono<Outcome<Lead>> revise(String id, JsonNode patch, Command command) {
        return leads.find(command.scope(), id)
                .flatMap(lead -> {
                    LeadForm form = merged(lead, patch, command);
                    return duplicates.find(lead.zone(), form, id).flatMap(found -> revise(lead, patch, found, command));
                })
                .defaultIfEmpty(new Outcome.Absent<>());
    }

    private Mono<Outcome<Lead>> revise(Lead known, JsonNode patch, List<String> duplicates, Command command) {
        String from = known.assignment().owner();
        String to = merged(known, patch, command).assignmentOrNone().owner();
        Function<Taker, Mono<Outcome<Lead>>> write = taker -> leads.change(known.id(), command, OK, lead -> {
            LeadForm form = merged(lead, naming(taker, patch), command);
            Decision<Lead> change = lead.revise(form, duplicates, desk.rules(lead.zone()), command);
            return Handing.standingIn(lead, change, taker.insteadOf());
        });
        return Objects.equals(from, to)
                ? write.apply(Taker.of(to))
                : allocation.seated(new Seat(known.zone(), known.id(), from, to), write);
    }

    /** The same patch, giving the lead to whoever stands in for the one it names. */
    private static JsonNode naming(Taker taker, JsonNode patch) {
        if (taker.insteadOf() == null || !patch.path("assignment").isObject()) {
            return patch;
        }
        JsonNode named = patch.deepCopy();
        ((ObjectNode) named.path("assignment")).put("owner", taker.owner());
        return named;
    }

    public Mono<Outcome<Lead>> move(String id, Move move, Command command) {
        return deputies.of(command)
                .flatMap(absent -> leads.change(id, command, OK, lead -> {
                    LeadAccess.mayWrite(command, lead, absent);
                    return lead.move(move, desk.rules(lead.zone()), command);
                }));
    }

    /** Nothing is written where it has them already. */
    public Mono<Outcome<Lead>> tag(String id, List<String> add, List<String> remove, Command command) {
        return leads.find(command.scope(), id)
                .zipWith(deputies.of(command))
                .flatMap(found -> tag(found.getT1(), add, remove, found.getT2(), command))
                .defaultIfEmpty(new Outcome.Absent<>());
    }

    private Mono<Outcome<Lead>> tag(
            Lead known, List<String> add, List<String> remove, List<String> absent, Command command) {
        LeadAccess.mayWrite(command, known, absent);
        if (Tagging.tags(known, add, remove).equals(known.profile().tags())) {
            return Mono.just(new Outcome.Done<>(known));
        }
        return leads.change(known.id(), command, OK, lead -> {
            LeadAccess.mayWrite(command, lead, absent);
            return Tagging.tagged(lead, Tagging.tags(lead, add, remove), desk.rules(lead.zone()), command);
        });
    }

    /** What is still missing for a move, which leaves everything as it is; an impossible one is refused as the move would be. */
    Mono<List<Unmet>> rehearse(String id, Move move, Command command) {
        return deputies.of(command)
                .flatMap(absent -> leads.find(command.scope(), id).map(lead -> {
                    LeadAccess.mayWrite(command, lead, absent);
                    return lead.unmet(move, desk.rules(lead.zone()));
                }));
    }

    Mono<Outcome<Lead>> followUp(String id, FollowUp followUp, Command command) {
        return deputies.of(command)
                .flatMap(absent -> leads.change(id, command, CREATED, lead -> {
                    LeadAccess.mayWrite(command, lead, absent);
                    return lead.followUp(followUp, desk.rules(lead.zone()), command);
                }));
    }

    /** @param edit the follow-up as it shall be; {@code null} takes it away */
    Mono<Outcome<Lead>> rewrite(
            String id, String followUp, Command command, int status, Function<FollowUp, @Nullable FollowUp> edit) {
        return leads.change(id, command, status, lead -> {
            LeadAccess.isThere(lead);
            return lead.rewrite(followUp, edit, desk.rules(lead.zone()), command);
        });
    }

    Mono<Outcome<Lead>> assess(String id, Assessment assessment, Command command) {
        return leads.change(id, command, OK, lead -> {
            Rights.require(command, Right.DECIDE);
            LeadAccess.isThere(lead);
            return lead.assess(assessment.beside(scores.of(lead)), desk.rules(lead.zone()), command);
        });
    }

    private LeadForm merged(Lead lead, JsonNode patch, Command command) {
        LeadAccess.mayWrite(command, lead);
        LeadForm form = mergePatch.apply(
                MaskedContacts.restored(patch, lead.profile().contacts()), LeadForm.of(lead), LeadForm.READ_ONLY);
        Assignment before = lead.assignment();
        LeadAccess.mayAssign(command, before.owner(), form.assignmentOrNone().owner());
        desk.knows(form.assignmentOrNone(), before, lead.zone());
        return form;
    }
}
