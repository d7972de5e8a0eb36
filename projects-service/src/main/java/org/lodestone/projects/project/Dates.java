package org.lodestone.projects.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dated facts; which label a zone gives them is its template's affair. The two statistics dates are flags 入统, not stages. */
public record Dates(
        @Nullable LocalDate registered,
        @Nullable LocalDate started,
        @Nullable LocalDate completed,
        @Nullable LocalDate trial,
        @Nullable LocalDate producing,
        @Nullable LocalDate fullCapacity,
        @Nullable LocalDate investmentStatistics,
        @Nullable LocalDate enterpriseStatistics) {

    static final Dates NONE = new Dates(null, null, null, null, null, null, null, null);

    /** The facts that entering a stage may state. */
    public enum Fact {
        registered,
        started,
        completed,
        trial,
        producing,
        fullCapacity
    }

    @Nullable
    LocalDate get(Fact fact) {
        return switch (fact) {
            case registered -> registered;
            case started -> started;
            case completed -> completed;
            case trial -> trial;
            case producing -> producing;
            case fullCapacity -> fullCapacity;
        };
    }

    Dates with(Fact fact, LocalDate on) {
        return new Dates(
                fact == Fact.registered ? on : registered,
                fact == Fact.started ? on : started,
                fact == Fact.completed ? on : completed,
                fact == Fact.trial ? on : trial,
                fact == Fact.producing ? on : producing,
                fact == Fact.fullCapacity ? on : fullCapacity,
                investmentStatistics,
                enterpriseStatistics);
    }
}
