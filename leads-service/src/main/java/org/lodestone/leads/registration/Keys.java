package org.lodestone.leads.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.web.Uscc;

/**
 * What a lead's registration is known by.
 *
 * @param lead the lead itself: one registration each
 * @param firm {@code uscc:…} and {@code name:<normalised>}: whoever has them was first with the firm
 * @param project the same with the project's name: another project of the firm has others
 */
record Keys(String lead, List<String> firm, List<String> project) {

    static Keys of(Lead lead) {
        Investor investor = lead.profile().investor();
        List<String> firm = investor == null ? List.of() : firm(investor.uscc(), investor.name());
        String project = CompanyName.normalised(lead.profile().name());
        return new Keys(
                lead(lead.id()),
                firm,
                firm.stream().map(key -> key + '#' + project).toList());
    }

    static String lead(String id) {
        return "lead:" + id;
    }

    static List<String> firm(@Nullable String uscc, @Nullable String name) {
        List<String> keys = new ArrayList<>();
        if (name != null && !name.isBlank()) {
            keys.add("name:" + CompanyName.normalised(name));
        }
        if (uscc != null && !uscc.isBlank()) {
            keys.add("uscc:" + Uscc.normalise(uscc));
        }
        return List.copyOf(keys);
    }

    /** In one order for everybody: two who want the same keys cannot each hold one of them and both lose. */
    List<String> all() {
        return Stream.concat(firm.stream().sorted(), ofFurtherProject().stream())
                .toList();
    }

    List<String> ofFurtherProject() {
        return Stream.concat(project.stream().sorted(), Stream.of(lead)).toList();
    }
}
