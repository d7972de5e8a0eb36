package org.lodestone.leads.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Plan;
import org.lodestone.leads.lead.Plan.Expected;
import org.lodestone.leads.lead.Plan.Needs;
import org.lodestone.leads.lead.Plan.PaperKind;
import org.lodestone.leads.lead.Profile;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.web.Amount;

/** What is known of a lead, as the score asks for it. {@code null} is not known, and never 0. */
public record LeadFacts(
        Profile profile, Plan plan, @Nullable NextAction nextAction) {

    private static final BigDecimal CNY_10K = BigDecimal.valueOf(10_000);
    private static final int SCALE = 2;
    private static final Needs NO_NEEDS = new Needs(null, null, null, null);
    private static final Expected NOTHING = new Expected(null, null, null);
    private static final Investor NOBODY = new Investor(null, null, null, null);

    public static LeadFacts of(Lead lead) {
        return new LeadFacts(lead.profile(), lead.plan(), lead.care().nextAction());
    }

    Investor investor() {
        return profile.investor() == null ? NOBODY : profile.investor();
    }

    Needs needs() {
        return plan.needs() == null ? NO_NEEDS : plan.needs();
    }

    Expected expected() {
        return plan.expected() == null ? NOTHING : plan.expected();
    }

    boolean saidUnknown() {
        return plan.investment() != null
                && Boolean.TRUE.equals(plan.investment().unknown());
    }

    /** 万元. */
    @Nullable
    BigDecimal planned() {
        return tenThousands(plan.planned());
    }

    /** 万元 a year. */
    @Nullable
    BigDecimal tax() {
        return tenThousands(expected().tax());
    }

    /** 投资强度, 万元/亩; unknown also where no land is asked for. */
    @Nullable
    BigDecimal intensity() {
        return perUnit(planned(), needs().landMu());
    }

    /** 亩均税收, 万元/亩. */
    @Nullable
    BigDecimal taxPerMu() {
        return perUnit(tax(), needs().landMu());
    }

    /** 万元 of investment for each kVA. */
    @Nullable
    BigDecimal plannedPerKva() {
        return perUnit(planned(), needs().powerKva());
    }

    boolean hasDatedAgreement() {
        return plan.documents().stream()
                .anyMatch(paper -> paper.on() != null && paper.kind() != null && paper.kind() != PaperKind.EVIDENCE);
    }

    /** Said of the business and of its environment, in one. */
    String texts() {
        return Stream.of(plan.business().content(), needs().environment())
                .flatMap(Stream::ofNullable)
                .reduce("", (all, text) -> all + "\n" + text);
    }

    /** What a complete lead says, by the wire's names, and whether this one does. */
    Map<String, Boolean> said() {
        Map<String, Boolean> said = new LinkedHashMap<>();
        said.put("investor.name", investor().name() != null);
        said.put("investor.uscc", investor().uscc() != null);
        said.put("investor.region", investor().region() != null);
        said.put("contacts", !profile.contacts().isEmpty());
        said.put("industry", plan.business().industry() != null);
        said.put("chain", plan.business().chain() != null);
        said.put("content", isText(plan.business().content()));
        said.put("investment.planned", plan.planned() != null);
        said.put("needs.landMu", needs().landMu() != null || needs().floorM2() != null);
        said.put("needs.powerKva", needs().powerKva() != null);
        said.put("needs.environment", isText(needs().environment()));
        said.put("expected.output", expected().output() != null);
        said.put("expected.tax", expected().tax() != null);
        return said;
    }

    static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    private static @Nullable BigDecimal tenThousands(@Nullable Amount amount) {
        return amount == null ? null : amount.toCny().divide(CNY_10K, SCALE + 2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal perUnit(@Nullable BigDecimal amount, @Nullable BigDecimal units) {
        return amount == null || units == null || units.signum() == 0
                ? null
                : amount.divide(units, SCALE, RoundingMode.HALF_UP);
    }
}
