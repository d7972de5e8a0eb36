package org.lodestone.leads.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Past;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.ImportRow;

/**
 * A row understood.
 *
 * @param said what the row says and nothing more: what an existing lead is caught up with
 * @param number 线索编号, if the row has one
 * @param entry what a new lead would be made of; {@code past} what happened to it so far
 */
record LeadImportRow(
        ImportRow row,
        LeadImportDraft said,
        @Nullable String number,
        LeadImportEntry entry,
        Past past,
        List<ImportReason> errors) {

    /** A sum, a heading or a remark. */
    boolean isPassedOver() {
        return !said.isLead();
    }

    boolean isRefused() {
        return !errors.isEmpty();
    }
}
