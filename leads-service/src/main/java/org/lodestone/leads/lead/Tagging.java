package org.lodestone.leads.lead;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;

/** Tags come and go without the rest of the form. */
final class Tagging {

    private Tagging() {}

    static List<String> tags(Lead lead, List<String> add, List<String> remove) {
        Set<String> tags = new LinkedHashSet<>(lead.profile().tags());
        tags.removeAll(remove);
        tags.addAll(add);
        return List.copyOf(tags);
    }

    static Decision<Lead> tagged(Lead lead, List<String> tags, ZoneRules rules, Command command) {
        if (tags.size() > LeadForm.MOST_ITEMS) {
            throw Problem.invalid(FieldProblem.of("tags", "too-many", LeadForm.MOST_ITEMS));
        }
        Lead next = lead.with(lead.profile().tagged(tags)).continued(rules, command);
        return new Decision<>(next, LeadEvents.changed(lead, next, rules, command), Line.of("changed"));
    }
}
