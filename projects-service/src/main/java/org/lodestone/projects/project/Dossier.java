package org.lodestone.projects.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is on record about the building: permits, papers, dated facts and monthly reports. */
public record Dossier(List<Permit> permits, List<Paper> documents, Dates dates, List<ProgressReport> reports) {

    Dossier with(Dates next) {
        return new Dossier(permits, documents, next, reports);
    }

    Dossier withPapers(List<Paper> more) {
        List<Paper> papers = new ArrayList<>(documents);
        papers.addAll(more);
        return new Dossier(permits, papers, dates, reports);
    }

    Dossier with(ProgressReport report) {
        List<ProgressReport> next = new ArrayList<>(reports);
        next.add(report);
        return new Dossier(permits, documents, dates, next);
    }

    /** One of the 前期手续. It is obtained when it has an actual date. */
    public record Permit(
            @Nullable String id,
            @Nullable Kind kind,
            @Nullable String owner,
            @Nullable Mode mode,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate actualOn) {

        public enum Kind {
            FEASIBILITY,
            FILING,
            ENVIRONMENT,
            LAND,
            POWER,
            CONSTRUCTION
        }

        public enum Mode {
            GOV_SERVICE,
            COMMITMENT,
            APPROVAL
        }

        Permit identified(String newId) {
            return id != null ? this : new Permit(newId, kind, owner, mode, plannedOn, actualOn);
        }
    }

    /** Evidence: {@code kind} is a code that gates ask for, e.g. {@code CONSTRUCTION_PERMIT}, {@code LEASE}, {@code FIT_OUT}. */
    public record Paper(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String number,
            @Nullable LocalDate on,
            @Nullable String title) {

        Paper identified(String newId) {
            return id != null ? this : new Paper(newId, kind, number, on, title);
        }
    }
}
