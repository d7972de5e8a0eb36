package org.lodestone.leads.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.lead.FigureQuestion;
import org.lodestone.leads.lead.FigureQuestion.Asked;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.lodestone.platform.web.QueryRecord;
import org.lodestone.platform.web.ValidationProblem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Figures over HTTP, for whoever may read the leads they count. */
@RestController
class FigureController {

    private static final Set<String> NAMES = Arrays.stream(Parameters.class.getRecordComponents())
            .map(component -> component.getName())
            .collect(Collectors.toUnmodifiableSet());

    private final LeadFigures figures;
    private final Directory directory;
    private final BusinessClock clock;

    FigureController(LeadFigures figures, Directory directory, BusinessClock clock) {
        this.figures = figures;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * @param by what the rows are told apart by: channel, chain, region, referrer, owner, zone; state and reason where they make sense
     * @param from first day of the period
     * @param to last day of the period
     * @param asOf the cut-off: a day, whose end is meant, or a moment; left out, now
     */
    @QueryRecord
    record Parameters(
            @Nullable List<String> zone,
            @Nullable String by,
            @Nullable String from,
            @Nullable String to,
            @Nullable String asOf) {

        List<String> zones() {
            return zone == null ? List.of() : zone;
        }
    }

    @GetMapping("/api/figures/leads/{figure}")
    Mono<FigureView> figure(
            @PathVariable String figure, @ParameterObject Parameters asked, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.READ);
        Asked question = new Asked(figure, asked.by(), asked.from(), asked.to(), asked.asOf());
        List<FieldProblem> problems = unknown(exchange);
        FigureQuestion.read(question, clock.now(), problems);
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
        asked.zones().forEach(zone -> isThere(zone, scope));
        String readAfter = exchange.getRequest().getHeaders().getFirst(Answers.READ_AFTER);
        return figures.of(scope, question, asked.zones(), readAfter);
    }

    private static List<FieldProblem> unknown(ServerWebExchange exchange) {
        return new ArrayList<>(exchange.getRequest().getQueryParams().keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .map(name -> FieldProblem.of(name, "unknown-field"))
                .toList());
    }

    /** Nothing would be counted in a zone out of reach, and nothing is not none. */
    private void isThere(String zone, Scope scope) {
        if (directory.zone(zone).isEmpty() || !scope.covers(zone, null)) {
            throw Problem.notFound();
        }
    }
}
