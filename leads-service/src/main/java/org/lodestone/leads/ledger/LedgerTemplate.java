package org.lodestone.leads.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Zone;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.platform.pipeline.Text;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;

/** An empty ledger to fill in: headings, choices where there are some, formats that keep digits, and a page of instructions. */
@Component
class LedgerTemplate {

    static final Text SHEET = new Text("线索台账", "Lead ledger");

    private static final Text HELP = new Text("说明", "Instructions");
    private static final Text CHOICES = new Text("选项", "Choices");
    private static final int PREPARED_ROWS = 1_000;
    private static final String HEADER_FILL = "DDE6F0";

    private final Directory directory;
    private final LedgerWords words;

    LedgerTemplate(Directory directory, LedgerWords words) {
        this.directory = directory;
        this.words = words;
    }

    /** What an import takes: not the running number, nor when a row was last touched here. */
    static List<LedgerColumn> columns() {
        return Stream.concat(
                        LedgerColumn.ledger().stream()
                                .filter(column -> column != LedgerColumn.SERIAL && column != LedgerColumn.UPDATED_AT),
                        Stream.of(LedgerColumn.CONTACT_NAME, LedgerColumn.CONTACT_PHONE, LedgerColumn.CONTACT_EMAIL))
                .toList();
    }

    /** A few kilobytes. */
    byte[] workbook(Scope scope, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Lodestone", null)) {
            Worksheet ledger = workbook.newWorksheet(SHEET.in(locale));
            Worksheet help = workbook.newWorksheet(HELP.in(locale));
            Worksheet choices = workbook.newWorksheet(CHOICES.in(locale));
            choices.setVisibilityState(VisibilityState.HIDDEN);
            List<LedgerColumn> columns = columns();
            for (int i = 0; i < columns.size(); i++) {
                column(ledger, i, columns.get(i), locale);
                choose(ledger, choices, i, choices(columns.get(i), scope, locale));
                instruct(help, i + 1, columns.get(i), locale);
            }
            ledger.range(0, 0, 0, columns.size() - 1)
                    .style()
                    .bold()
                    .fillColor(HEADER_FILL)
                    .wrapText(true)
                    .set();
            ledger.freezePane(0, 1);
            help.inlineString(0, 0, LedgerHelp.TITLE.in(locale));
            help.style(0, 0).bold().set();
            help.width(0, 28);
            help.width(1, 90);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void column(Worksheet sheet, int at, LedgerColumn column, Locale locale) {
        sheet.inlineString(0, at, column.title().in(locale));
        sheet.width(at, column.width() + 2);
        switch (column.kind()) {
            case DATE -> sheet.style(at).format("yyyy-mm-dd").set();
            case NUMBER, USCC, PHONE, INDUSTRY -> sheet.style(at).format("@").set();
            default -> {}
        }
    }

    private static void choose(Worksheet sheet, Worksheet lists, int at, List<String> choices) {
        for (int i = 0; i < choices.size(); i++) {
            lists.inlineString(i, at, choices.get(i));
        }
        if (!choices.isEmpty()) {
            sheet.range(1, at, PREPARED_ROWS, at)
                    .validateWithList(lists.range(0, at, choices.size() - 1, at))
                    .allowBlank(true);
        }
    }

    private static void instruct(Worksheet sheet, int row, LedgerColumn column, Locale locale) {
        sheet.inlineString(row, 0, column.title().in(locale));
        sheet.inlineString(row, 1, LedgerHelp.of(column).in(locale));
        sheet.style(row, 1).wrapText(true).set();
    }

    private List<String> choices(LedgerColumn column, Scope scope, Locale locale) {
        return switch (column.kind()) {
            case CHANNEL ->
                Arrays.stream(Channel.values())
                        .map(code -> words.channel(code, locale))
                        .toList();
            case VERDICT ->
                Arrays.stream(Verdict.values())
                        .map(code -> words.verdict(code, locale))
                        .toList();
            case CHAIN ->
                directory.chains().stream()
                        .map(chain -> words.chain(chain.id(), locale))
                        .toList();
            case PARK ->
                directory.parks().stream()
                        .filter(park -> scope.covers(park.zone(), park.id()))
                        .map(park -> words.park(park.id(), locale))
                        .toList();
            case STATE -> states(scope, locale);
            default -> List.of();
        };
    }

    private List<String> states(Scope scope, Locale locale) {
        return directory.zones().stream()
                .map(Zone::id)
                .filter(zone -> scope.covers(zone, null))
                .flatMap(zone -> words.template(zone).stream())
                .flatMap(template -> template.states().stream())
                .map(state -> state.labels().in(locale))
                .distinct()
                .toList();
    }
}
