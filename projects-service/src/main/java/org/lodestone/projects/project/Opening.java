package org.lodestone.projects.project;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadFacts;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.SignedContract;
import org.lodestone.contracts.Undertaking;
import org.lodestone.platform.privacy.Likeness;
import org.lodestone.platform.web.Amount;

/**
 * What a project begins with.
 *
 * @param nameless whether it is called by the lead's number
 */
public record Opening(String id, String leadId, LeadConverted lead, boolean nameless) {

    /** The lead's name may be that of somebody who was forgotten since it was said. */
    public Opening withoutName() {
        return new Opening(id, leadId, lead, true);
    }

    String zone() {
        return lead.zone();
    }

    @Nullable
    String park() {
        return facts().park();
    }

    SignedContract contract() {
        return lead.contract();
    }

    Profile profile() {
        Undertaking known = lead.undertaking();
        Profile.Investor investor = new Profile.Investor(
                Optional.ofNullable(known.investor()).orElse(facts().investor()),
                known.uscc(),
                known.region(),
                known.country());
        return new Profile(
                nameless ? Likeness.MARK + ' ' + facts().number() : facts().name(),
                investor,
                null,
                new Profile.Business(known.industry(), facts().chain(), null));
    }

    Plan plan() {
        SignedContract contract = contract();
        Amount total = amount(lead.undertaking().planned());
        Amount output = amount(lead.undertaking().expectedOutput());
        return new Plan(
                new Plan.Contract(contract.number(), contract.on(), Amount.of(contract.amount())),
                total == null ? null : new Plan.Investment(total, null),
                output == null ? null : new Plan.Output(output, null),
                null);
    }

    Responsibility responsibility() {
        return new Responsibility(facts().sponsor(), facts().departmentLead(), null, facts().owner());
    }

    private LeadFacts facts() {
        return lead.lead();
    }

    private static @Nullable Amount amount(@Nullable Money money) {
        return money == null ? null : Amount.of(money);
    }
}
