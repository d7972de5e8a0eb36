package org.lodestone.leads.lead;

import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Looks for leads of a zone that may be the same as one about to be written; asked at every capture and change. */
public interface DuplicateFinder {

    /**
     * The ids found, the likeliest first. Two that are written at the same moment find each other: whoever asks is seen from then on.
     *
     * @param self the id of the lead that is written, which is no duplicate of itself; {@code null} when nothing is
     */
    Mono<List<String>> find(String zone, LeadForm form, @Nullable String self);

    /** A lead that is about to be written. */
    record Newcomer(String id, LeadForm form) {}

    /** For new leads that are written together: each finds those before it, too. In their order. */
    Mono<List<List<String>>> findAll(String zone, List<Newcomer> all);
}
