package org.lodestone.leads.lead;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.platform.pipeline.Facts;

/** What a pipeline's gates may ask of a lead, under the names the wire uses. */
final class GateFacts {

    private GateFacts() {}

    /** Counts are {@code followUps}, {@code followUps.KIND}, {@code documents.KIND} and {@code datedDocuments.KIND}. */
    static Facts of(Lead lead) {
        Facts form = Facts.of(LeadForm.of(lead), counts(lead));
        Facts rest = Facts.of(rest(lead));
        return new Facts() {
            @Override
            public @Nullable Object value(String path) {
                Object written = form.value(path);
                return written == null ? rest.value(path) : written;
            }

            @Override
            public long count(String what) {
                return form.count(what);
            }
        };
    }

    private static Map<String, Object> rest(Lead lead) {
        Map<String, Object> rest = new HashMap<>();
        if (lead.trace().duplicateCheckAt() != null) {
            rest.put("duplicateCheckAt", lead.trace().duplicateCheckAt());
        }
        if (lead.care().assessment() != null) {
            rest.put("assessment", lead.care().assessment());
        }
        return rest;
    }

    private static Map<String, Long> counts(Lead lead) {
        Map<String, Long> counts = new HashMap<>();
        for (FollowUp followUp : lead.care().followUps()) {
            counts.merge("followUps", 1L, Long::sum);
            counts.merge("followUps." + followUp.kind(), 1L, Long::sum);
        }
        for (Paper paper : lead.plan().documents()) {
            counts.merge("documents." + paper.kind(), 1L, Long::sum);
            if (paper.on() != null) {
                counts.merge("datedDocuments." + paper.kind(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
