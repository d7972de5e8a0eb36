package org.lodestone.leads.lead;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.lead.Plan.Expected;
import org.lodestone.leads.lead.Plan.Investment;
import org.lodestone.leads.lead.Plan.Needs;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.leads.lead.Plan.PaperKind;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.PipelineTemplates;
import org.lodestone.platform.security.RightsMatrix;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.WorkingCalendar;
import org.lodestone.platform.time.WorkingHours;
import org.lodestone.platform.time.WorkingTime;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Amount.Unit;

/** Leads in every state, reached the way leads reach them. */
final class LeadFixtures {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    static final String OFFICER = "officer.yuanqu";

    /** A Monday, ten in the morning in China. */
    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    static final ZoneRules RULES = rules(template("/pipelines/cn-development-zone-leads.yaml"));
    static final ZoneRules TWO_STEPS = rules(template("/small/two-steps.yaml"));

    private LeadFixtures() {}

    static ZoneRules rules(PipelineTemplate template) {
        return new ZoneRules(
                template,
                new WorkingTime(WorkingCalendar.unknown(), WorkingHours.ORDINARY, CHINA),
                Map.of("投资促进部", "manager.yuanqu"));
    }

    static PipelineTemplate template(String path) {
        try (InputStream yaml = Objects.requireNonNull(LeadFixtures.class.getResourceAsStream(path), path)) {
            return PipelineTemplates.read(path, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scope scope(String subject, Role role) {
        return new Scope(subject, subject, Set.of(role), Set.of("140827"), null, RightsMatrix.of(role));
    }

    static Command at(Instant at) {
        return new Command(scope(OFFICER, Role.OFFICER), null, "f", null, at, OFFICER, at, false);
    }

    /** What can be said of a lead when one first hears of it. */
    static LeadForm firstWord() {
        return form(null, List.of(), null, null, null, List.of(), null, List.of());
    }

    /** Everything that any gate asks for. */
    static LeadForm fullForm() {
        return form(
                "copper-nickel",
                List.of(new Contact(null, "项目负责人", "总经理", "13812345678", "lead@example.com")),
                new Investment(Amount.of("120000.00", Unit.CNY_10K), null),
                new Needs(new BigDecimal("120.00"), null, new BigDecimal("5000"), null),
                new NextAction("考察", LocalDate.of(2026, 12, 1)),
                List.of("标准地 A-3"),
                "土地与电价",
                List.of(new Paper(null, PaperKind.INTENT, "YX-1", LocalDate.of(2026, 11, 20), "意向协议", null)));
    }

    private static LeadForm form(
            @Nullable String chain,
            List<Contact> contacts,
            @Nullable Investment investment,
            @Nullable Needs needs,
            @Nullable NextAction next,
            List<String> sites,
            @Nullable String terms,
            List<Paper> documents) {
        return new LeadForm(
                "140827",
                null,
                "锂电铜箔项目",
                new Investor("龙电华鑫", "91140827MA0DEM013B", "370100", "CN"),
                contacts,
                new Source(Channel.REFERRAL, "商会", null),
                LocalDate.of(2026, 11, 23),
                "C3985",
                chain,
                "年产铜箔",
                investment,
                needs,
                new Expected(null, null, chain == null ? null : 300),
                new Assignment(OFFICER, "投资促进部", "leader.yuanqu"),
                sites,
                terms,
                List.of(),
                documents,
                next,
                null,
                null);
    }

    static Lead captured(LeadForm form, ZoneRules rules) {
        Lead.Draft draft =
                new Lead.Draft("01JD8", "140827-2026-0001", "140827", form, form.assignmentOrNone(), null, List.of());
        return Lead.capture(draft, rules, at(MONDAY)).next();
    }

    static Lead newLead() {
        return captured(fullForm(), RULES);
    }

    static Lead assessingLead() {
        return move(newLead(), "ASSESSING", 1);
    }

    static Lead engagingLead() {
        return move(assessed(assessingLead(), Verdict.PROCEED, 2), "ENGAGING", 3);
    }

    static Lead consensusLead() {
        return move(visited(engagingLead(), 4), "CONSENSUS", 5);
    }

    static Lead intentLead() {
        return move(consensusLead(), "INTENT", 6);
    }

    static Lead convertedLead() {
        return intentLead().move(conversion(), RULES, at(hour(7))).next();
    }

    static Move conversion() {
        Move.Paper contract =
                new Move.Paper("HT-2026-001", LocalDate.of(2026, 11, 23), Amount.of("120000.00", Unit.CNY_10K));
        return new Move("CONVERTED", null, null, contract, null, null, null, null);
    }

    static Lead visited(Lead lead, int hour) {
        FollowUp visit = new FollowUp(
                "f" + hour, hour(hour), FollowUp.Kind.VISIT, "现场考察", null, null, null, OFFICER, hour(hour), OFFICER);
        return lead.followUp(visit, RULES, at(hour(hour))).next();
    }

    static Lead assessed(Lead lead, Verdict verdict, int hour) {
        Assessment assessment = new Assessment(verdict, "manager.yuanqu", hour(hour), null, null, null);
        return lead.assess(assessment, RULES, at(hour(hour))).next();
    }

    static Lead move(Lead lead, String to, int hour) {
        return lead.move(to(to), RULES, at(hour(hour))).next();
    }

    static Move to(String state) {
        return new Move(state, null, null, null, null, null, null, null);
    }

    static Move because(String state, String reason) {
        return new Move(state, reason, null, null, null, null, null, null);
    }

    static Move hold(String reason, @Nullable LocalDate revisitOn) {
        return new Move("ON_HOLD", reason, null, null, revisitOn, null, null, null);
    }

    static Instant hour(int hours) {
        return MONDAY.plusSeconds(3600L * hours);
    }
}
