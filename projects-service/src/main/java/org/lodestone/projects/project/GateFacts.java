package org.lodestone.projects.project;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.pipeline.Facts;
import org.lodestone.projects.project.Dossier.Paper;
import org.lodestone.projects.project.Dossier.Permit;

/** What a pipeline's gates may ask of a project, under the names the wire uses. */
record GateFacts(Facts written, Map<String, Long> counts) implements Facts {

    /**
     * Counts are {@code permits}, {@code permits.KIND} (obtained ones), {@code documents.KIND}, {@code datedEvidence} (papers with a date,
     * and a construction permit obtained) and {@code progressReports}. Joined by {@code +} they are the number of complete sets.
     */
    static GateFacts of(Project project) {
        Dossier dossier = project.dossier();
        Map<String, Long> counts = new HashMap<>();
        counts.put("permits", (long) dossier.permits().size());
        counts.put("progressReports", (long) dossier.reports().size());
        for (Permit permit : dossier.permits()) {
            if (permit.actualOn() != null) {
                counts.merge("permits." + permit.kind(), 1L, Long::sum);
                counts.merge("datedEvidence", permit.kind() == Permit.Kind.CONSTRUCTION ? 1L : 0L, Long::sum);
            }
        }
        for (Paper paper : dossier.documents()) {
            counts.merge("documents." + paper.kind(), 1L, Long::sum);
            counts.merge("datedEvidence", paper.on() != null ? 1L : 0L, Long::sum);
        }
        return new GateFacts(Facts.of(ProjectForm.of(project)), Map.copyOf(counts));
    }

    @Override
    public @Nullable Object value(String path) {
        return written.value(path);
    }

    @Override
    public long count(String what) {
        return Arrays.stream(what.split("\\+"))
                .mapToLong(each -> counts.getOrDefault(each, 0L))
                .min()
                .orElse(0);
    }
}
