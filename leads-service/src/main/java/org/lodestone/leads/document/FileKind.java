package org.lodestone.leads.document;

import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Plan.PaperKind;

/** What a file of a lead is. Some are papers that its gates ask for. */
enum FileKind {
    INTENT(PaperKind.INTENT),
    FRAMEWORK(PaperKind.FRAMEWORK),
    FEASIBILITY(null),
    PHOTO(null),
    CONTRACT(PaperKind.CONTRACT),
    EVIDENCE(PaperKind.EVIDENCE),
    OTHER(null);

    private final @Nullable PaperKind paper;

    FileKind(@Nullable PaperKind paper) {
        this.paper = paper;
    }

    @Nullable
    PaperKind paper() {
        return paper;
    }
}
