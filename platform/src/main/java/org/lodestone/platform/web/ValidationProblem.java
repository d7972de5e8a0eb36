package org.lodestone.platform.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that says something impossible, with every field that does. */
public final class ValidationProblem extends Problem {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldProblem> problems;

    public ValidationProblem(List<FieldProblem> problems) {
        super(HttpStatus.BAD_REQUEST, "invalid-request", problems.size());
        this.problems = List.copyOf(problems);
        put("errors", this.problems);
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
