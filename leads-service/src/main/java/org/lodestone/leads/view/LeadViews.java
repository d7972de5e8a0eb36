package org.lodestone.leads.view;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadQuery;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.view.ViewKind;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A view of leads says what the list's address may say, but for its pages. */
@Component
class LeadViews implements ViewKind {

    private static final Set<String> NOT_KEPT = Set.of("sort", "cursor", "limit", "facets");
    /** As the page has them. */
    private static final Set<String> COLUMNS = Set.of(
            "number",
            "name",
            "investor",
            "zone",
            "chain",
            "state",
            "amount",
            "score",
            "dwell",
            "owner",
            "lastFollowUpAt",
            "nextAction",
            "channel",
            "receivedOn",
            "updatedAt");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BusinessClock clock;

    LeadViews(BusinessClock clock) {
        this.clock = clock;
    }

    @Override
    public String of() {
        return "leads";
    }

    @Override
    public Set<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<FieldProblem> faults(Scope scope, Map<String, List<String>> filter, @Nullable String sort) {
        List<FieldProblem> faults = new ArrayList<>();
        Map<String, Object> named = new LinkedHashMap<>();
        filter.forEach((name, values) -> {
            if (!LeadQuery.NAMES.contains(name) || NOT_KEPT.contains(name)) {
                faults.add(FieldProblem.of("filter." + name, "unknown-field"));
            } else if (isList(name)) {
                named.put(name, values);
            } else if (values.size() == 1) {
                named.put(name, values.getFirst());
            } else {
                faults.add(FieldProblem.of("filter." + name, "one-value"));
            }
        });
        if (sort != null) {
            named.put("sort", sort);
        }
        try {
            JSON.convertValue(named, LeadQuery.class).request(scope, clock.now());
        } catch (ValidationProblem problem) {
            problem.problems().stream().map(LeadViews::placed).forEach(faults::add);
        }
        return faults;
    }

    private static FieldProblem placed(FieldProblem problem) {
        return problem.field().equals("sort")
                ? problem
                : new FieldProblem("filter." + problem.field(), problem.code(), problem.message(), problem.arguments());
    }

    private static boolean isList(String name) {
        for (RecordComponent component : LeadQuery.class.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component.getType() == List.class;
            }
        }
        return false;
    }
}
