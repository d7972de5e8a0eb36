package org.lodestone.platform.web;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.web.server.ServerWebExchange;

/** The parameters of a question, whose faults are said all at once. */
public final class QueryParameters {

    private QueryParameters() {}

    /**
     * A parameter that is silently ignored would answer something else than was asked.
     *
     * @throws ValidationProblem naming every parameter that nobody knows, and everything the reading finds wrong with the others
     */
    public static <T> T read(ServerWebExchange exchange, Set<String> known, Supplier<T> reading) {
        List<FieldProblem> unknown = exchange.getRequest().getQueryParams().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> FieldProblem.of(name, "unknown-field"))
                .toList();
        T read;
        try {
            read = reading.get();
        } catch (ValidationProblem others) {
            throw new ValidationProblem(
                    Stream.concat(unknown.stream(), others.problems().stream()).toList());
        }
        if (!unknown.isEmpty()) {
            throw new ValidationProblem(unknown);
        }
        return read;
    }
}
