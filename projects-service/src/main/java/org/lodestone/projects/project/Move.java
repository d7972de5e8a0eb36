package org.lodestone.projects.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.pipeline.Facts;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * A change of stage that is asked for.
 *
 * @param reason a code of the template
 * @param note free text; never leaves in an event
 * @param on when it really happened: the dated fact of the stage
 * @param evidence kept with the project, and counted by the gate already
 * @param at original moment, when history is brought in
 * @param by its original author
 */
public record Move(
        @Nullable String to,
        @Nullable String reason,
        @Nullable String note,
        @Nullable LocalDate on,
        @Nullable List<Evidence> evidence,
        @Nullable Instant at,
        @Nullable String by)
        implements Checked {

    private static final int NOTE = 2000;
    private static final int MOST_EVIDENCE = 20;

    /** {@code kind} is a code that gates ask for. */
    public record Evidence(
            @Nullable String kind,
            @Nullable String title,
            @Nullable LocalDate on) {}

    public Move {
        evidence = evidence == null ? null : List.copyOf(evidence);
    }

    @Override
    public void check(Checks checks) {
        checks.required("to", to).code("to", to).code("reason", reason).text("note", note, NOTE);
        checks.notInFuture("on", on, null).size("evidence", evidence, MOST_EVIDENCE);
        for (int i = 0; i < attached().size(); i++) {
            Evidence each = attached().get(i);
            String field = "evidence[" + i + "]";
            checks.required(field + ".kind", each.kind()).code(field + ".kind", each.kind());
            checks.name(field + ".title", each.title()).notInFuture(field + ".on", each.on(), null);
        }
    }

    String target() {
        return to == null ? "" : to;
    }

    List<Dossier.Paper> papers(String idPrefix) {
        List<Dossier.Paper> papers = new ArrayList<>();
        for (Evidence each : attached()) {
            papers.add(new Dossier.Paper(idPrefix + papers.size(), each.kind(), null, each.on(), each.title()));
        }
        return papers;
    }

    /** What a gate may ask of the move itself. */
    Facts facts() {
        Map<String, Object> given = new HashMap<>();
        if (reason != null) {
            given.put("reason", reason);
        }
        if (on != null) {
            given.put("on", on);
        }
        given.put("evidence", attached());
        return Facts.of(Map.copyOf(given));
    }

    private List<Evidence> attached() {
        return evidence == null ? List.of() : evidence;
    }
}
