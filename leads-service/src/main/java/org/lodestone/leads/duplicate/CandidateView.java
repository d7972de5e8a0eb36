package org.lodestone.leads.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.duplicate.Duplicates.Found;

/**
 * A lead that may be the same; or, of another zone, nothing but which zone was first, and when.
 *
 * @param confidence 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CandidateView(
        @Nullable String id,
        @Nullable String number,
        String zone,
        @Nullable String name,
        @Nullable String state,
        @Nullable Certainty certainty,
        @Nullable Double confidence,
        @Nullable List<Reason> reasons,
        @Nullable RegisteredFirst registeredFirst) {

    /** @param possible true where only a name near this one is registered; how near is not told, or one could feel one's way to it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegisteredFirst(LocalDate on, @Nullable Boolean possible) {}

    /** @param elsewhereAfter seconds until other zones' first contacts are told again, to who looked at too many firms; absent where they are */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record All(List<CandidateView> candidates, @Nullable Long elsewhereAfter) {}

    static CandidateView of(Found found) {
        Candidate candidate = found.candidate();
        return new CandidateView(
                candidate.id(),
                candidate.number(),
                candidate.zone(),
                found.lead().profile().name(),
                found.lead().progress().state(),
                candidate.certainty(),
                candidate.confidence(),
                candidate.reasons(),
                null);
    }

    static CandidateView of(FirstContact first) {
        RegisteredFirst registered = new RegisteredFirst(first.on(), first.possible() ? true : null);
        return new CandidateView(null, null, first.zone(), null, null, null, null, null, registered);
    }
}
