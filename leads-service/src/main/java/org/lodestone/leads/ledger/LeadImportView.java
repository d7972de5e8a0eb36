package org.lodestone.leads.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.imports.ImportColumn;
import org.lodestone.platform.imports.ImportOutcome;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.StoredRow;
import org.springframework.context.MessageSource;

/**
 * An import as the wire has it.
 *
 * @param defaults what stands for cells that say nothing, by field, as it was chosen
 * @param notices of the file as a whole: sheets that are not read, and what is supposed for columns that it does not have
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
    record Kept(int row, @Nullable String leadId, String because, String message) {}

    /** @param leadId what was written; before that, what would be updated */
    record Row(
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
            return new Row(
                    row.row(),
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
            @Nullable Integer ofRow) {}

    /** Codes in the reader's language. */
    record Words(MessageSource messages, Locale locale) {

        Reason of(ImportReason reason) {
            return new Reason(
                    reason.column(),
                    reason.code(),
                    say(
                            "field." + reason.code(),
                            reason.code(),
                            reason.arguments().toArray()),
                    reason.of(),
                    reason.ofId(),
                    reason.ofRow());
        }

        String say(String code, String otherwise, Object... arguments) {
            String words = messages.getMessage(code, arguments, otherwise, locale);
            return words == null ? otherwise : words;
        }

        Kept kept(StoredRow row) {
            String because = row.kept() == null ? "" : row.kept();
            int fields = because.indexOf(':');
            String code = fields < 0 ? because : because.substring(0, fields);
            String leadId = row.result() == null ? null : row.result().id();
            return new Kept(
                    row.row(),
                    leadId,
                    because,
                    say("field.import.kept." + code, because, fields < 0 ? "" : because.substring(fields + 1)));
        }
    }

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
