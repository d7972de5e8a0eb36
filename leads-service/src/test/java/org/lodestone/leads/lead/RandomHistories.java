package org.lodestone.leads.lead;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.OwnZone;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.leads.lead.Progress.Merger;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.security.RightsMatrix;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Amount.Unit;
import org.lodestone.platform.web.Problem;

/** Leads to which anything may happen, at any moment, that the domain allows; the same seed tells the same. */
final class RandomHistories {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;
    private final Random random;
    private final OwnZone zone;
    private final Scope scope;

    RandomHistories(AggregateStore<Lead> leads, LeadDesk desk, OwnZone zone, long seed) {
        this.zone = zone;
        this.scope = new Scope(
                zone.name(Role.OFFICER),
                "",
                Set.of(Role.MANAGER),
                Set.of(zone.id()),
                null,
                RightsMatrix.of(Role.MANAGER));
        this.leads = leads;
        this.desk = desk;
        this.random = new Random(seed);
    }

    /** A moment some days later; now and then the same one. */
    Instant after(Instant moment, int days) {
        return random.nextInt(6) == 0 ? moment : moment.plus(Duration.ofMinutes(random.nextInt(days * 24 * 60)));
    }

    String lead(Instant at) {
        Command command = command(at);
        String id = leads.newId(command);
        LeadForm form = form(LocalDate.ofInstant(at, BusinessClock.CHINA).minusDays(random.nextInt(9)));
        Lead.Draft draft = new Lead.Draft(
                id, zone.id() + "-2011-" + id, zone.id(), form, form.assignmentOrNone(), null, List.of());
        ZoneRules rules = desk.rules(zone.id());
        done(leads.create(command, Lead.capture(draft, rules, command), 201).block(PATIENCE));
        return id;
    }

    /** One thing more, if the lead allows it. */
    void happen(String id, Instant at, boolean mayVanish) {
        Command command = command(at);
        ZoneRules rules = desk.rules(zone.id());
        Function<Lead, Decision<Lead>> change = lead -> switch (random.nextInt(mayVanish ? 16 : 15)) {
            case 0, 1, 2 -> lead.followUp(followUp(at), rules, command);
            case 3, 4 ->
                lead.assess(new Care.Assessment(Care.Verdict.PROCEED, "m", at, null, null, null), rules, command);
            case 5 -> Merging.close(lead, new Merger("another", "merge"), "重复", rules, command);
            case 6 -> transferred(lead, rules, command);
            case 15 -> lead.withdraw("OTHER", rules, command);
            default -> lead.move(move(lead, rules.template()), rules, command);
        };
        leads.change(id, command, 200, lead -> change.apply(open(lead, at, rules)))
                .onErrorComplete(Problem.class)
                .block(PATIENCE);
    }

    private static Decision<Lead> transferred(Lead lead, ZoneRules rules, Command command) {
        if (!Transferring.canGo(lead, rules)) {
            throw Problem.notFound();
        }
        return Transferring.close(lead, new Trace.Place("140522", "heir", "n"), "流转", rules, command);
    }

    /** Nothing happens to what is gone, nor before what happened last. */
    private static Lead open(Lead lead, Instant at, ZoneRules rules) {
        Move.inOrder(at, lead.progress().since());
        if (!Merging.canGo(lead, rules)) {
            throw Problem.notFound();
        }
        return lead;
    }

    private Move move(Lead lead, PipelineTemplate template) {
        String from = lead.progress().state();
        List<String> allowed = template.allowed(from, lead.heldFrom());
        if (allowed.isEmpty()) {
            throw Problem.notFound();
        }
        String to = one(allowed);
        List<PipelineTemplate.Reason> reasons = template.reasons(from, to);
        LocalDate day = LocalDate.of(2011, 1, 20);
        return new Move(
                to,
                reasons.isEmpty() ? null : one(reasons).code(),
                null,
                new Move.Paper("HT-1", day, Amount.of("1.00", Unit.CNY_10K)),
                LocalDate.of(2031, 1, 1),
                "140100",
                null,
                null);
    }

    private static FollowUp followUp(Instant at) {
        String id = UUID.randomUUID().toString();
        return new FollowUp(id, at, FollowUp.Kind.VISIT, "考察", null, null, null, "o", at, "o");
    }

    private LeadForm form(LocalDate receivedOn) {
        LeadForm full = LeadFixtures.fullForm();
        return new LeadForm(
                zone.id(),
                null,
                full.name(),
                random.nextInt(4) == 0 ? null : new Investor("公司", null, one(List.of("370100", "440300")), null),
                List.of(),
                new Source(one(List.of(Channel.values())), one(List.of("", "商会", "银行")), null),
                receivedOn,
                full.industry(),
                random.nextInt(4) == 0 ? null : one(List.of("copper-nickel", "ceramics")),
                full.content(),
                full.investment(),
                full.needs(),
                full.expected(),
                new Assignment(one(List.of(zone.name(Role.OFFICER), zone.name(Role.MANAGER))), null, null),
                full.siteOptions(),
                full.keyTerms(),
                full.tags(),
                full.documents(),
                full.nextAction(),
                null,
                null);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Command command(Instant at) {
        return new Command(scope, null, "f", null, at, "officer.qinshui", at, true);
    }

    private static void done(@Nullable Outcome<Lead> outcome) {
        Objects.requireNonNull(outcome);
    }
}
