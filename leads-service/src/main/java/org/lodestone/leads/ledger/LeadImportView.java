package org.lodestone.leads.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.ledger.LeadImportSpeech.Words;
import org.lodestone.platform.imports.ImportColumn;
import org.lodestone.platform.imports.ImportOutcome;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.ImportSheet;
import org.lodestone.platform.imports.ImportSource;
import org.lodestone.platform.imports.StoredRow;

/**
 * An import as the wire has it.
 *
 * @param defaults what stands for cells that say nothing, by field, as it was chosen
 * @param sheets of a workbook with several ledgers; absent where there is one
 * @param hidden rows that are; absent where none is
 * @param notices of the file as a whole: sheets that are not read, hidden rows, and what is supposed for columns that it does not have
 * @param kept what undoing left as it was, once it is undone
 * @param problem why it failed, in words
 */
record LeadImportView(
        String id,
        ImportProcess.State state,
        String file,
        String zone,
        int rows,
        List<ImportColumn> columns,
        List<ImportProcess.Otherwise> defaults,
        @Nullable List<ImportSheet> sheets,
        ImportSource.@Nullable Hidden hidden,
        List<Reason> notices,
        ImportProcess.Counts counts,
        Progress progress,
        @Nullable List<Kept> kept,
        @Nullable String problem,
        Instant createdAt,
        String by) {

    /** @param total rows in the file */
    record Progress(int done, int total) {}

    /** @param because a code; {@code message} the same in words */
    record Kept(@Nullable String sheet, int row, @Nullable String leadId, String because, String message) {}

    /**
     * @param sheet where there are several
     * @param leadId what was written; before that, what would be updated
     */
    record Row(
            @Nullable String sheet,
            int row,
            ImportOutcome outcome,
            List<Reason> reasons,
            @Nullable String leadId,
            @Nullable String decision,
            @Nullable String effect,
            List<String> cells) {

        static Row of(StoredRow row, Words words) {
            StoredRow.Result result = row.result();
            List<ImportReason> all = new java.util.ArrayList<>(row.reasons());
            if (result != null) {
                all.addAll(result.reasons());
            }
            ImportProcess.Place place = words.process().place(row.row());
            return new Row(
                    place.sheet(),
                    place.row(),
                    row.outcome(),
                    all.stream().map(words::of).toList(),
                    result == null ? updates(row) : result.id(),
                    row.decision(),
                    result == null ? null : result.effect().name(),
                    row.cells());
        }

        private static @Nullable String updates(StoredRow row) {
            return row.outcome() == ImportOutcome.UPDATE
                    ? row.reasons().stream()
                            .map(ImportReason::ofId)
                            .filter(java.util.Objects::nonNull)
                            .findFirst()
                            .orElse(null)
                    : null;
        }
    }

    record Reason(
            @Nullable String column,
            String code,
            String message,
            @Nullable String of,
            @Nullable String ofId,
            @Nullable String ofSheet,
            @Nullable Integer ofRow) {}

    static LeadImportView of(ImportProcess process, @Nullable List<StoredRow> kept, Words words) {
        String failure = process.failure();
        return new LeadImportView(
                process.id(),
                process.state(),
                process.source().fileName(),
                process.zone(),
                process.source().rows(),
                process.columns(),
                process.otherwise(),
                process.source().tables(),
                process.source().hidden(),
                LeadImportSuppositions.ofFile(process, words.locale()).stream()
                        .map(words::of)
                        .toList(),
                process.counts(),
                new Progress(process.course().done(), process.source().rows()),
                kept == null || kept.isEmpty()
                        ? null
                        : kept.stream().map(words::kept).toList(),
                failure == null ? null : words.say("problem." + failure + ".detail", failure),
                process.source().at(),
                process.owner().subject());
    }
}
