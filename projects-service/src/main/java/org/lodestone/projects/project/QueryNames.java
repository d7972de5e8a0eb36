package org.lodestone.projects.project;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.web.server.ServerWebExchange;

/** A filter that is silently ignored would answer something else than was asked. */
public final class QueryNames {

    private QueryNames() {}

    /** @param others what this list understands besides the filters */
    public static void refuseUnknown(ServerWebExchange exchange, String... others) {
        Set<String> names = new HashSet<>(List.of(others));
        Arrays.stream(ProjectQuery.class.getRecordComponents()).forEach(component -> names.add(component.getName()));
        List<FieldProblem> unknown = exchange.getRequest().getQueryParams().keySet().stream()
                .filter(name -> !names.contains(name))
                .map(name -> FieldProblem.of(name, "unknown-field"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ValidationProblem(unknown);
        }
    }
}
