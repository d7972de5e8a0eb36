package org.lodestone.leads.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.ImportSheet;
import org.lodestone.platform.imports.ImportSource;

/**
 * What a lead must have and many a ledger does not say: its channel, the day it was received, a name beside its firm's. A row is not refused for
 * it; what is supposed is said, once for a column that the file does not have, and beside each cell that is empty.
 */
final class LeadImportSuppositions {

    private LeadImportSuppositions() {}

    /** @param today in the time of the zone */
    static void of(ImportProcess of, LeadImportDraft draft, LocalDate today) {
        name(of, draft);
        if (!draft.fills(LedgerColumn.CHANNEL)) {
            Optional<Channel> chosen = chosen(of);
            ImportReason said = chosen.isPresent() ? null : said(of, draft, LedgerColumn.CHANNEL, "channel-supposed");
            draft.suppose(LedgerColumn.CHANNEL, chosen.orElse(Channel.OTHER), said);
        }
        if (!draft.fills(LedgerColumn.RECEIVED_ON)) {
            LocalDate day = notLaterThanTheRest(draft, today);
            draft.suppose(
                    LedgerColumn.RECEIVED_ON, day, said(of, draft, LedgerColumn.RECEIVED_ON, "received-supposed", day));
        }
    }

    private static void name(ImportProcess of, LeadImportDraft draft) {
        String investor = draft.text(LedgerColumn.INVESTOR);
        if (!draft.fills(LedgerColumn.NAME) && investor != null) {
            draft.suppose(LedgerColumn.NAME, investor, said(of, draft, LedgerColumn.NAME, "name-supposed", investor));
        }
    }

    private static Optional<Channel> chosen(ImportProcess of) {
        return of.otherwise(LedgerColumn.CHANNEL.field()).map(Channel::valueOf);
    }

    /** Nobody follows up what was not received yet. */
    private static LocalDate notLaterThanTheRest(LeadImportDraft draft, LocalDate today) {
        return Stream.of(LedgerColumn.LAST_FOLLOW_UP, LedgerColumn.UPDATED_AT)
                .flatMap(column -> draft.value(column, LocalDate.class).stream())
                .filter(day -> day.isBefore(today))
                .min(LocalDate::compareTo)
                .orElse(today);
    }

    private static @Nullable ImportReason said(
            ImportProcess of, LeadImportDraft draft, LedgerColumn column, String code, Object... arguments) {
        return of.hasColumn(column.field())
                ? ImportReason.cell(draft.heading(column), "import." + code, arguments)
                : null;
    }

    /** Of the file as a whole: its sheets, and the columns it does not have. */
    static List<ImportReason> ofFile(ImportProcess of, Locale locale) {
        List<ImportReason> all = new ArrayList<>(sheets(of));
        hidden(of).ifPresent(all::add);
        boolean named = of.hasColumn(LedgerColumn.NAME.field());
        if (!named && of.hasColumn(LedgerColumn.INVESTOR.field())) {
            all.add(missing(LedgerColumn.NAME, "no-name-column"));
        }
        if (!of.hasColumn(LedgerColumn.CHANNEL.field())) {
            String channel = LedgerWords.nameOf(chosen(of).orElse(Channel.OTHER), locale);
            all.add(missing(LedgerColumn.CHANNEL, "no-channel-column", channel));
        }
        if (!of.hasColumn(LedgerColumn.RECEIVED_ON.field())) {
            all.add(missing(LedgerColumn.RECEIVED_ON, "no-date-column"));
        }
        return List.copyOf(all);
    }

    /** Which sheets are read, and which somebody left out. */
    private static List<ImportReason> sheets(ImportProcess of) {
        List<ImportSheet> tables = of.source().tables();
        if (tables == null) {
            return List.of();
        }
        String read = names(tables, true);
        String left = names(tables, false);
        return List.of(
                left.isEmpty()
                        ? ImportReason.row("import.sheets-read", tables.size(), read)
                        : ImportReason.row("import.sheets-left", read, left));
    }

    /** Nobody sees them in a spreadsheet program, so that nobody may know of them. */
    private static Optional<ImportReason> hidden(ImportProcess of) {
        ImportSource.Hidden hidden = of.source().hidden();
        List<ImportSheet> tables = of.source().tables();
        int rows = hidden == null || tables == null
                ? hidden == null ? 0 : hidden.rows()
                : tables.stream()
                        .filter(ImportSheet::read)
                        .mapToInt(sheet -> sheet.rows() - sheet.seen())
                        .sum();
        return hidden == null || rows == 0
                ? Optional.empty()
                : Optional.of(ImportReason.row(hidden.read() ? "import.hidden-read" : "import.hidden-left", rows));
    }

    private static String names(List<ImportSheet> tables, boolean read) {
        return tables.stream()
                .filter(table -> table.read() == read)
                .map(ImportSheet::name)
                .collect(Collectors.joining("、"));
    }

    private static ImportReason missing(LedgerColumn column, String code, Object... arguments) {
        return ImportReason.cell(column.title().zh(), "import." + code, arguments);
    }
}
