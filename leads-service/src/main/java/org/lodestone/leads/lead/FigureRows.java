package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.leads.lead.FigureQuestion.Asked;
import org.lodestone.leads.lead.LeadFigure.Part;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.web.FieldProblem;

/** The rows of a figure as a filter of the list. */
final class FigureRows {

    private FigureRows() {}

    static List<Condition> of(LeadQuery query, Instant now, List<FieldProblem> problems) {
        if (query.figure() == null) {
            boolean loose = Stream.of(query.part(), query.key(), query.by(), query.from(), query.to(), query.asOf())
                    .anyMatch(given -> given != null);
            if (loose) {
                problems.add(FieldProblem.of("figure", "required"));
            }
            return List.of();
        }
        Asked asked = new Asked(query.figure(), query.by(), query.from(), query.to(), query.asOf());
        Optional<FigureQuestion> question = FigureQuestion.read(asked, now, problems);
        Optional<Part> part = part(query, problems);
        question.ifPresent(one -> keyed(one, query, problems));
        return question.isPresent() && part.isPresent() ? question.get().rows(part.get(), query.key()) : List.of();
    }

    private static Optional<Part> part(LeadQuery query, List<FieldProblem> problems) {
        Optional<Part> part = Arrays.stream(Part.values())
                .filter(one -> one.code().equals(query.part()))
                .findFirst();
        if (part.isEmpty()) {
            String parts = Arrays.stream(Part.values()).map(Part::code).collect(Collectors.joining(", "));
            problems.add(FieldProblem.of("part", query.part() == null ? "required" : "type.enum", parts));
        }
        return part;
    }

    private static void keyed(FigureQuestion question, LeadQuery query, List<FieldProblem> problems) {
        if (query.key() == null && question.figure() == LeadFigure.DWELL) {
            problems.add(FieldProblem.of("key", "required"));
        }
        if (query.key() != null && question.group() == null) {
            problems.add(FieldProblem.of("by", "required"));
        }
    }
}
