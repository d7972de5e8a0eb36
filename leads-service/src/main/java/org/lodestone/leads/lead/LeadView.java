package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.InvestorId;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Plan.Expected;
import org.lodestone.leads.lead.Plan.Investment;
import org.lodestone.leads.lead.Plan.Needs;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.leads.lead.Progress.Hold;
import org.lodestone.leads.lead.Progress.Loss;
import org.lodestone.leads.lead.Progress.Signing;
import org.lodestone.leads.lead.RegistrationOf.Held;
import org.lodestone.leads.lead.Trace.Place;
import org.lodestone.platform.pipeline.PipelineTemplate.Next;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Uscc;

/**
 * A lead as the wire has it, for one reader.
 *
 * @param mergedInto the lead that continues this one
 * @param transferredFrom the lead of another zone that this one continues
 * @param transferredTo the lead of another zone that continues this one
 * @param clocks those that run, the one that falls due first before the others: why the light is as it is
 * @param waiting for a known reason, while no light shows
 * @param next every possible move with what is still missing; absent in lists
 * @param registration the first contact it holds; only where one lead is read
 * @param highlights where {@code q} was found; only in searches
 */
public record LeadView(
        String id,
        String number,
        long version,
        String zone,
        @Nullable String park,
        String state,
        Instant stateSince,
        Light light,
        List<ClockView> clocks,
        @Nullable WaitView waiting,
        int score,
        String name,
        @Nullable InvestorView investor,
        @Nullable List<Contact> contacts,
        Source source,
        LocalDate receivedOn,
        @Nullable String industry,
        @Nullable String chain,
        @Nullable String content,
        @Nullable InvestmentView investment,
        @Nullable Needs needs,
        @Nullable Expected expected,
        AssignmentView assignment,
        List<String> watchers,
        boolean watching,
        List<String> siteOptions,
        @Nullable String keyTerms,
        List<String> tags,
        List<Paper> documents,
        @Nullable Assessment assessment,
        @Nullable NextAction nextAction,
        @Nullable Instant lastFollowUpAt,
        @Nullable Instant duplicateCheckAt,
        List<String> duplicates,
        @Nullable Hold held,
        @Nullable Loss lost,
        @Nullable ContractView contract,
        @Nullable String projectId,
        @Nullable String mergedInto,
        @Nullable Place transferredFrom,
        @Nullable Place transferredTo,
        @Nullable Held registration,
        @Nullable List<Next.Shown> next,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        @Nullable Map<String, String> highlights) {

    /**
     * @param id where all that is known of it is shown
     * @param usccValid false warns: early pilot codes fail the check and are legal
     */
    record InvestorView(
            @Nullable String id,
            @Nullable String name,
            @Nullable String uscc,
            @Nullable Boolean usccValid,
            @Nullable String region,
            @Nullable String country) {

        static InvestorView of(Profile.Investor investor) {
            String uscc = investor.uscc();
            Boolean valid = uscc == null ? null : Uscc.isValid(uscc);
            return new InvestorView(
                    InvestorId.of(uscc, investor.name()),
                    investor.name(),
                    uscc,
                    valid,
                    investor.region(),
                    investor.country());
        }
    }

    record WaitView(String reason, Instant since, Instant until, String by) {

        static WaitView of(Wait wait) {
            return new WaitView(wait.reason(), wait.from(), wait.until(), wait.by());
        }
    }

    record InvestmentView(@Nullable Amount planned, boolean unknown) {

        static InvestmentView of(Investment investment) {
            return new InvestmentView(investment.planned(), Boolean.TRUE.equals(investment.unknown()));
        }
    }

    record ContractView(String number, LocalDate on, Amount amount) {

        static ContractView of(Signing signing) {
            return new ContractView(signing.number(), signing.on(), signing.amount());
        }
    }

    /** Who reads, when, in which language, and what is known beside the lead. */
    record Reader(
            Scope scope,
            Instant now,
            Locale locale,
            LeadScores scores,
            @Nullable Held held,
            BecauseText words) {}

    /** Who answers for it, and why it is them. */
    record AssignmentView(
            @Nullable String owner,
            @Nullable String department,
            @Nullable String sponsor,
            @Nullable BecauseView because) {

        static AssignmentView of(Lead lead, Reader reader) {
            Assignment assignment = lead.assignment();
            Because because = lead.custody().because();
            return new AssignmentView(
                    assignment.owner(),
                    assignment.department(),
                    assignment.sponsor(),
                    because == null ? null : BecauseView.of(because, reader));
        }
    }

    record BecauseView(
            Because.Code code,
            @Nullable String rule,
            Instant at,
            String by,
            @Nullable String insteadOf,
            String text) {

        static BecauseView of(Because because, Reader reader) {
            return new BecauseView(
                    because.code(),
                    because.rule(),
                    because.at(),
                    because.by(),
                    because.insteadOf(),
                    reader.words().of(because, reader.locale()));
        }
    }

    static LeadView of(Lead lead, ZoneRules rules, Reader reader) {
        List<Next> next = rules.template().next(lead.progress().state(), lead.heldFrom(), GateFacts.of(lead));
        return of(
                lead,
                reader,
                new Beyond(
                        rules,
                        next.stream().map(move -> move.in(reader.locale())).toList(),
                        null));
    }

    static LeadView listed(Lead lead, ZoneRules rules, Reader reader, @Nullable Map<String, String> highlights) {
        return of(lead, reader, new Beyond(rules, null, highlights));
    }

    /** What is told of one lead, and what of a row of a list. */
    private record Beyond(
            ZoneRules rules,
            @Nullable List<Next.Shown> next,
            @Nullable Map<String, String> highlights) {}

    private static LeadView of(Lead lead, Reader reader, Beyond beyond) {
        Profile profile = lead.profile();
        Plan plan = lead.plan();
        Progress progress = lead.progress();
        Signing signing = progress.signing();
        Trace trace = lead.trace();
        return new LeadView(
                lead.id(),
                lead.number(),
                lead.version(),
                lead.zone(),
                lead.park(),
                progress.state(),
                progress.since(),
                lead.lightAt(reader.now()),
                ClockView.of(lead, beyond.rules(), beyond.next() != null, reader.now()),
                lead.waitAt(reader.now()).map(WaitView::of).orElse(null),
                reader.scores().of(lead).score(),
                profile.name(),
                profile.investor() == null ? null : InvestorView.of(profile.investor()),
                contacts(lead, reader.scope()),
                profile.source(),
                profile.receivedOn(),
                plan.business().industry(),
                plan.business().chain(),
                plan.business().content(),
                plan.investment() == null ? null : InvestmentView.of(plan.investment()),
                plan.needs(),
                plan.expected(),
                AssignmentView.of(lead, reader),
                lead.custody().watchers(),
                lead.custody().watchers().contains(reader.scope().subject()),
                plan.terms().siteOptions(),
                plan.terms().keyTerms(),
                profile.tags(),
                plan.documents(),
                lead.care().assessment(),
                lead.care().nextAction(),
                lead.care().lastFollowUpAt(),
                trace.duplicateCheckAt(),
                trace.duplicates(),
                progress.held(),
                progress.lost(),
                signing == null ? null : ContractView.of(signing),
                signing == null ? null : signing.projectId(),
                progress.merged() == null ? null : progress.merged().into(),
                trace.from(),
                trace.to(),
                reader.held(),
                beyond.next(),
                trace.createdAt(),
                trace.createdBy(),
                trace.updatedAt(),
                trace.updatedBy(),
                beyond.highlights());
    }

    /** Unmasked for those who may; a mere viewer sees that there are none. */
    public static @Nullable List<Contact> contacts(Lead lead, Scope scope) {
        if (scope.roles().equals(Set.of(Role.VIEWER))) {
            return null;
        }
        List<Contact> contacts = lead.profile().contacts();
        return seesContacts(lead, scope)
                ? contacts
                : contacts.stream().map(Contact::masked).toList();
    }

    /** Whether the reader sees phones and e-mails of this lead as they are. */
    public static boolean seesContacts(Lead lead, Scope scope) {
        return scope.may(Right.READ_CONTACTS)
                || (scope.may(Right.READ_OWN_CONTACTS) && lead.belongsTo(scope.subject()));
    }
}
