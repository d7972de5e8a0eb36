package org.lodestone.leads.registration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Plan.Investment;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.pipeline.Text;
import org.lodestone.platform.pipeline.Unmet;

/** What a lead must say before it can be registered: a claim on a firm is worth something only when the contact is real. */
final class RequiredFields {

    private RequiredFields() {}

    /** Everything that is missing, at once. */
    static List<Unmet> unmet(Lead lead, Category category) {
        Investor investor = lead.profile().investor();
        List<Unmet> unmet = new ArrayList<>();
        if (category != Category.OPEN && category != Category.HELD && category != Category.WON) {
            unmet.add(of("open", "state", "线索已终止、合并或流转", "The lead has ended"));
        }
        if (investor == null || CompanyName.isNobody(investor.name())) {
            unmet.add(of("investor", "investor.name", "需要投资方名称", "The investor's name is needed"));
        }
        if (isBlank(lead.profile().name())) {
            unmet.add(of("project", "name", "需要项目名称", "The project's name is needed"));
        }
        if (investor == null || isBlank(investor.region()) && isBlank(investor.uscc())) {
            unmet.add(of(
                    "origin",
                    "investor.region",
                    "需要投资方来源地或统一社会信用代码",
                    "The investor's region or credit code is needed"));
        }
        if (!isStated(lead.plan().investment())) {
            unmet.add(of(
                    "investment",
                    "investment.planned",
                    "需要意向投资额，或注明“未知”",
                    "The planned investment is needed, or that it is unknown"));
        }
        if (lead.profile().contacts().stream().allMatch(contact -> isBlank(contact.name()))) {
            unmet.add(of("contact", "contacts", "需要联系人", "A contact person is needed"));
        }
        if (isBlank(lead.assignment().owner())) {
            unmet.add(of("owner", "assignment.owner", "需要对接人", "An owner is needed"));
        }
        return List.copyOf(unmet);
    }

    private static boolean isStated(@Nullable Investment investment) {
        return investment != null && (investment.planned() != null || Boolean.TRUE.equals(investment.unknown()));
    }

    private static boolean isBlank(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static Unmet of(String requirement, String field, String zh, String en) {
        return new Unmet(requirement, field, new Text(zh, en));
    }
}
