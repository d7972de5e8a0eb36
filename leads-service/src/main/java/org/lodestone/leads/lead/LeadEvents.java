package org.lodestone.leads.lead;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Deadline;
import org.lodestone.contracts.LeadAssessed;
import org.lodestone.contracts.LeadAssigned;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadChanged;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadDeadlinesChanged;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.LeadFollowedUp;
import org.lodestone.contracts.LeadProjectHandedOver;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.contracts.LeadWithdrawn;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.SignedContract;
import org.lodestone.contracts.Undertaking;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.Progress.Signing;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.pipeline.Facts;
import org.lodestone.platform.web.Amount;

/** How a lead announces what happened: ids, codes, dates, amounts and names of firms, never contact data or free text. */
final class LeadEvents {

    private LeadEvents() {}

    static LeadEvent captured(Lead lead, List<Due> before, ZoneRules rules, Command command) {
        return new LeadCaptured(
                facts(lead, rules, command), rules.changes(before, lead.care().dues(), command.at()), null);
    }

    /** @param duplicates that were found when it was logged */
    static LeadEvent captured(Lead lead, ZoneRules rules, Command command, List<String> duplicates) {
        return new LeadCaptured(
                facts(lead, rules, command),
                rules.changes(List.of(), lead.care().dues(), command.at()),
                duplicates.isEmpty() ? null : duplicates);
    }

    static LeadEvent changed(Lead before, Lead after, ZoneRules rules, Command command) {
        return changed(before, after, List.of(), rules, command);
    }

    /** @param more what changed and is no field of the form */
    static LeadEvent changed(Lead before, Lead after, List<String> more, ZoneRules rules, Command command) {
        List<String> fields = Stream.concat(changedFields(before, after).stream(), more.stream())
                .toList();
        return new LeadChanged(
                facts(after, rules, command),
                fields,
                deadlines(before, after, rules, command),
                fields.contains("investment") ? money(before.plan().planned()) : null);
    }

    /** A conversion is announced by its own event alone. */
    static LeadEvent moved(Lead before, Lead after, @Nullable String reason, ZoneRules rules, Command command) {
        LeadFacts facts = facts(after, rules, command);
        String from = before.progress().state();
        String to = after.progress().state();
        List<Deadline> deadlines = deadlines(before, after, rules, command);
        Signing signing = after.progress().signing();
        if (signing == null) {
            return new LeadStateChanged(facts, from, to, reason, deadlines, rules.missing(after));
        }
        SignedContract contract = new SignedContract(
                signing.number(), signing.on(), signing.amount().toMoney());
        return new LeadConverted(facts, from, to, signing.projectId(), contract, undertaking(after), deadlines);
    }

    static LeadEvent followedUp(Lead before, Lead after, FollowUp followUp, ZoneRules rules, Command command) {
        return new LeadFollowedUp(
                facts(after, rules, command),
                followUp.kind().name(),
                followUp.at(),
                followUp.nextAction() == null ? null : followUp.nextAction().on(),
                deadlines(before, after, rules, command));
    }

    static LeadEvent assessed(Lead before, Lead after, Assessment assessment, ZoneRules rules, Command command) {
        return new LeadAssessed(
                facts(after, rules, command), assessment.verdict().name(), deadlines(before, after, rules, command));
    }

    static LeadEvent assigned(Lead before, Lead after, Because because, ZoneRules rules, Command command) {
        return new LeadAssigned(
                facts(after, rules, command),
                before.assignment().owner(),
                after.assignment().owner(),
                because.code().name(),
                deadlines(before, after, rules, command));
    }

    static LeadEvent projectHandedOver(Lead lead, String from, String to, ZoneRules rules, Command command) {
        String project = Objects.requireNonNull(lead.progress().signing()).projectId();
        return new LeadProjectHandedOver(facts(lead, rules, command), project, from, to, null);
    }

    /** @param because a code of {@link LeadDeadlinesChanged} */
    static LeadEvent deadlinesChanged(Lead before, Lead after, String because, ZoneRules rules, Command command) {
        return new LeadDeadlinesChanged(
                facts(after, rules, command),
                because,
                after.waitAt(command.at()).map(Wait::end).orElse(null),
                deadlines(before, after, rules, command));
    }

    static LeadEvent withdrawn(Lead before, Lead after, String reason, ZoneRules rules, Command command) {
        return new LeadWithdrawn(facts(after, rules, command), reason, deadlines(before, after, rules, command));
    }

    private static @Nullable List<Deadline> deadlines(Lead before, Lead after, ZoneRules rules, Command command) {
        return rules.changes(before.care().dues(), after.care().dues(), command.at());
    }

    private static LeadFacts facts(Lead lead, ZoneRules rules, Command command) {
        Profile profile = lead.profile();
        Assignment assignment = lead.assignment();
        return new LeadFacts(
                lead.number(),
                profile.name(),
                lead.zone(),
                lead.park(),
                lead.progress().state(),
                assignment.owner(),
                assignment.department(),
                rules.headOf(assignment.department()),
                assignment.sponsor(),
                lead.custody().watchers().isEmpty() ? null : lead.custody().watchers(),
                profile.investor() == null ? null : profile.investor().name(),
                lead.plan().business().chain(),
                profile.source().channel() == null
                        ? null
                        : profile.source().channel().name(),
                money(lead.plan().planned()),
                command.by());
    }

    private static Undertaking undertaking(Lead lead) {
        Investor known = lead.profile().investor();
        Investor investor = known == null ? new Investor(null, null, null, null) : known;
        Plan plan = lead.plan();
        return new Undertaking(
                investor.name(),
                investor.uscc(),
                investor.region(),
                investor.country(),
                plan.business().industry(),
                money(plan.planned()),
                plan.expected() == null ? null : money(plan.expected().output()));
    }

    private static @Nullable Money money(@Nullable Amount amount) {
        return amount == null ? null : amount.toMoney();
    }

    /** Names without values, as the wire calls them. */
    private static List<String> changedFields(Lead before, Lead after) {
        Facts was = Facts.of(LeadForm.of(before));
        Facts is = Facts.of(LeadForm.of(after));
        return Arrays.stream(LeadForm.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(field -> !Objects.equals(was.value(field), is.value(field)))
                .toList();
    }
}
