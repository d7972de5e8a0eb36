package org.lodestone.leads.lead;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Allocation.Given;
import org.lodestone.leads.lead.Allocation.Newcomer;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStore.Creation;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.HistoryEntry;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Leads that were kept elsewhere: brought in with their past, caught up with, and taken back. */
@Component
public class PastLeads {

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int AT_ONCE = 32;
    private static final int MOST_LINES = 100;
    private static final String SYSTEM = Scope.system().subject();

    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;
    private final Allocation allocation;

    PastLeads(AggregateStore<Lead> leads, LeadDesk desk, Allocation allocation) {
        this.leads = leads;
        this.desk = desk;
        this.allocation = allocation;
    }

    /** @param number not drawn yet while it is only rehearsed */
    public record Entry(
            String number, String zone, LeadForm form, Assignment assignment, List<String> duplicates, Past past) {}

    public ZoneId timeOf(String zone) {
        return desk.rules(zone).time().place();
    }

    public PipelineTemplate templateOf(String zone) {
        return desk.rules(zone).template();
    }

    public String idOf(Command command) {
        return leads.newId(command);
    }

    public Mono<List<String>> numbers(String zone, int year, int count) {
        return desk.numbers(zone, year, count);
    }

    /** How far the entry would come; nothing is written. */
    public Past.Reached rehearse(Entry entry, Command command) {
        ZoneRules rules = desk.rules(entry.zone());
        Lead lead = Lead.bring(draft(entry, new Given(entry.assignment(), null), command), entry.past(), rules, command)
                .next();
        return Past.reached(lead, rules.template(), entry.past());
    }

    /** The id follows from the command's key: the same command again meets its own lead. */
    public Mono<Outcome<Lead>> bring(Entry entry, Command command) {
        ZoneRules rules = desk.rules(entry.zone());
        return allocation.place(newcomer(entry, command), given -> {
            Lead.Draft draft = draft(entry, given, command);
            return leads.create(command, Lead.bring(draft, entry.past(), rules, command), CREATED);
        });
    }

    /** An entry, and the command that brings it in. */
    public record Arrival(Entry entry, Command command) {}

    /**
     * Many in one request, as {@link #bring} does each; outcomes in their order. Those for which a rule has to be asked or a place to be kept
     * go one by one.
     */
    public Mono<List<Outcome<Lead>>> bringAll(List<Arrival> all) {
        return Flux.fromIterable(all)
                .concatMap(one -> allocation
                        .freely(newcomer(one.entry(), one.command()))
                        .map(given -> Optional.of(creation(one, given)))
                        .defaultIfEmpty(Optional.empty()))
                .collectList()
                .flatMap(creations -> leads.createAll(
                                creations.stream().flatMap(Optional::stream).toList())
                        .flatMap(stored -> merged(all, creations, stored.iterator())));
    }

    private Creation<Lead> creation(Arrival one, Given given) {
        ZoneRules rules = desk.rules(one.entry().zone());
        Lead.Draft draft = draft(one.entry(), given, one.command());
        return new Creation<>(one.command(), Lead.bring(draft, one.entry().past(), rules, one.command()), CREATED);
    }

    private Mono<List<Outcome<Lead>>> merged(
            List<Arrival> all, List<Optional<Creation<Lead>>> creations, Iterator<Outcome<Lead>> stored) {
        List<Mono<Outcome<Lead>>> outcomes = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Arrival one = all.get(i);
            outcomes.add(creations.get(i).isPresent() ? Mono.just(stored.next()) : bring(one.entry(), one.command()));
        }
        return Flux.mergeSequential(outcomes, AT_ONCE, 1).collectList();
    }

    /** Whoever may assign and names no officer leaves it to the rules; for want of one that fits it is theirs. */
    private Newcomer newcomer(Entry entry, Command command) {
        boolean named = entry.form().assignmentOrNone().owner() != null;
        boolean open = !named && command.scope().may(Right.ASSIGN);
        return new Newcomer(
                leads.newId(command),
                entry.zone(),
                entry.form(),
                entry.assignment(),
                Because.Code.IMPORTED,
                open,
                command);
    }

    public Mono<Lead> find(Scope scope, String id) {
        return leads.find(scope, id);
    }

    /** @param next the fields as they shall be and all follow-ups; a refusal is what it throws, {@code null} that nothing is to be done */
    public Mono<Outcome<Lead>> catchUp(
            String id, Command command, List<String> duplicates, Function<Lead, Revision> next) {
        return leads.change(id, command, OK, lead -> {
            Revision revision = next.apply(lead);
            return lead.catchUp(revision.form(), revision.followUps(), duplicates, desk.rules(lead.zone()), command);
        });
    }

    public record Revision(LeadForm form, List<FollowUp> followUps) {}

    /** @param refusal why this lead must stay as it is; {@code null} if it may go */
    public Mono<Outcome<Lead>> withdraw(
            String id, String reason, Command command, Function<Lead, @Nullable Problem> refusal) {
        return leads.change(id, command, OK, lead -> {
            Problem problem = refusal.apply(lead);
            if (problem != null) {
                throw problem;
            }
            return lead.withdraw(reason, desk.rules(lead.zone()), command);
        });
    }

    /** Whether only the service itself wrote since that version; taking a person out of it is no work on the lead either. */
    public Mono<Boolean> isUntouchedSince(Lead lead, long version) {
        long later = lead.version() - version;
        if (later <= 0) {
            return Mono.just(true);
        }
        return leads.history(Scope.system(), lead.id(), null, (int) Math.min(later, MOST_LINES))
                .map(lines -> later <= MOST_LINES && lines.stream().allMatch(PastLeads::isOfTheService));
    }

    /** What a person asked for and the service did, a handover or a file, is that person's. */
    private static boolean isOfTheService(HistoryEntry line) {
        return line.kind().equals(Lead.ERASED) || SYSTEM.equals(line.by()) && SYSTEM.equals(line.recordedBy());
    }

    private Lead.Draft draft(Entry entry, Given given, Command command) {
        return new Lead.Draft(
                leads.newId(command),
                entry.number(),
                entry.zone(),
                entry.form(),
                given.assignment(),
                given.because(),
                entry.duplicates());
    }

    /** Everything a move still lacks; all of it when it cannot be at all. */
    static List<Unmet> unmet(Lead lead, PipelineTemplate template, String to, Move move) {
        String from = lead.progress().state();
        if (!template.allowed(from, lead.heldFrom()).contains(to)) {
            return List.of(new Unmet(
                    "path", null, new org.lodestone.platform.pipeline.Text("不能直接进入该状态", "cannot be entered directly")));
        }
        return template.unmet(from, lead.heldFrom(), to, GateFacts.of(lead), move.facts());
    }
}
