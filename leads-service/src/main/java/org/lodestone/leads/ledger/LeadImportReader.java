package org.lodestone.leads.ledger;

import static org.lodestone.leads.ledger.LeadImportValues.halfWidth;
import static org.lodestone.leads.ledger.LeadImportValues.narrow;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Person;
import org.lodestone.leads.directory.Regions;
import org.lodestone.leads.directory.Zone;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.lead.PastLeads;
import org.lodestone.leads.lead.Plan.Investment;
import org.lodestone.platform.imports.ImportRow;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.table.DateText;
import org.lodestone.platform.table.Reading;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Uscc;
import org.springframework.stereotype.Component;

/** Understands the cells of a row. Whatever is wrong is named by its cell, all of it. */
@Component
class LeadImportReader {

    private static final Pattern INDUSTRY = Pattern.compile("[a-t]?\\d{2,4}");
    private static final Pattern OUTPUT = Pattern.compile("(?:.*?产值:?)?([^·、;/产税]+)(?:[·、;/]*(?:.*?税收?:?)([^·、;/]+))?");
    private static final Pattern POWER = Pattern.compile("(\\d[\\d.]*(?:kva|千伏安|mw))[;、/·]?(.*)");
    private static final Map<String, Verdict> VERDICTS = Map.ofEntries(
            Map.entry("准入", Verdict.PROCEED),
            Map.entry("推进", Verdict.PROCEED),
            Map.entry("通过", Verdict.PROCEED),
            Map.entry("同意", Verdict.PROCEED),
            Map.entry("不予准入", Verdict.REJECT),
            Map.entry("不准入", Verdict.REJECT),
            Map.entry("不推进", Verdict.REJECT),
            Map.entry("否决", Verdict.REJECT),
            Map.entry("不通过", Verdict.REJECT),
            Map.entry("补充材料", Verdict.MORE),
            Map.entry("待补充", Verdict.MORE),
            Map.entry("再研判", Verdict.MORE));

    private final Directory directory;
    private final PastLeads leads;

    LeadImportReader(Directory directory, PastLeads leads) {
        this.directory = directory;
        this.leads = leads;
    }

    LeadImportDraft read(ImportRow row, String zone) {
        LeadImportDraft draft = new LeadImportDraft(row);
        if (LeadImportValues.isNoLead(row)) {
            draft.noLead("import.no-lead");
            return draft;
        }
        if (LeadImportValues.isOnlyNumbered(row)) {
            draft.noLead("import.only-numbered");
            return draft;
        }
        draft.cells().forEach((column, cell) -> {
            if (cell.flaw().isEmpty() && LeadImportValues.isNothing(column, cell.text())) {
                return;
            }
            if (!cell.flaw().isEmpty()) {
                draft.wrong(column, cell.flaw(), cell.text());
            } else if (LeadImportValues.isError(cell.text())) {
                draft.wrong(column, "cell.error", cell.text());
            } else {
                read(draft, column, cell, zone);
            }
        });
        return draft;
    }

    private void read(LeadImportDraft draft, LedgerColumn column, ImportRow.Value cell, String zone) {
        String text = cell.text();
        switch (column.kind()) {
            case SERIAL -> {}
            case EMAIL -> draft.put(column, halfWidth(text));
            case NUMBER -> number(draft, column, halfWidth(text), zone);
            case TEXT -> draft.put(column, text(column, text));
            case LIST ->
                Arrays.stream(text.split("[、,，;；\\n]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .forEach(draft::tag);
            case USCC -> draft.put(column, Uscc.normalise(narrow(text)));
            case REGION -> region(draft, column, text);
            case CHANNEL -> LeadImportChannels.read(draft, column, text);
            case DATE, INSTANT -> date(draft, column, text);
            case INDUSTRY -> industry(draft, column, text);
            case CHAIN -> chain(draft, column, text);
            case AMOUNT_10K -> amount(draft, column, cell);
            case MU_M2 -> site(draft, column, text);
            case MU, M2, KVA -> quantity(draft, column, column, text);
            case POWER_ENVIRONMENT -> utilities(draft, column, text);
            case OUTPUT_TAX -> expected(draft, column, cell);
            case COUNT -> count(draft, column, text);
            case PARK -> park(draft, column, text, zone);
            case ZONE -> zone(draft, column, text, zone);
            case PERSON -> person(draft, column, text, zone);
            case STATE -> state(draft, column, text, zone);
            case VERDICT -> verdict(draft, column, text);
            case PHONE -> LeadImportPhones.read(draft, column, text);
        }
    }

    /** Names are lines; short ones of people are often drawn apart to stand one below the other. */
    private static String text(LedgerColumn column, String text) {
        String line = isLine(column) ? text.replaceAll("\\p{IsWhite_Space}+", " ") : text;
        return column == LedgerColumn.CONTACT_NAME ? LeadImportValues.closed(line) : line;
    }

    /** The office's own number, by its own scheme, is kept; ours are not, since a lead has one. */
    private static void number(LeadImportDraft draft, LedgerColumn column, String number, String zone) {
        draft.put(column, number);
        if (!number.startsWith(zone + "-")) {
            draft.remark(column, number);
        }
    }

    private static boolean isLine(LedgerColumn column) {
        return switch (column) {
            case NAME, INVESTOR, REFERRER, DEPARTMENT, CONTACT_NAME, CONTACT_TITLE -> true;
            default -> false;
        };
    }

    private static void region(LeadImportDraft draft, LedgerColumn column, String text) {
        Optional<String> code = Regions.code(narrow(text));
        code.ifPresent(known -> draft.put(column, known));
        if (code.isEmpty()) {
            draft.remark(column, text);
            Regions.around(narrow(text)).ifPresent(near -> {
                draft.put(column, near);
                draft.notice(
                        column, "import.region-around", text, Regions.name(near).orElse(near));
            });
        }
    }

    private static void date(LeadImportDraft draft, LedgerColumn column, String text) {
        take(draft, column, DateText.parse(text), day -> draft.put(column, day));
    }

    private static void industry(LeadImportDraft draft, LedgerColumn column, String text) {
        if (INDUSTRY.matcher(narrow(text)).matches()) {
            draft.put(column, narrow(text).toUpperCase(java.util.Locale.ROOT));
        } else {
            draft.tag(text);
        }
    }

    private void chain(LeadImportDraft draft, LedgerColumn column, String text) {
        String first = text.split("[/／]")[0].strip();
        Optional<String> known = directory.chains().stream()
                .filter(chain ->
                        List.of(chain.id(), chain.name(), chain.nameEn()).contains(text.strip())
                                || chain.name().equals(first))
                .map(chain -> chain.id())
                .findFirst();
        known.ifPresent(id -> draft.put(column, id));
        if (known.isEmpty()) {
            draft.tag(text);
            draft.notice(column, "import.chain-unknown", text);
        }
    }

    private static void amount(LeadImportDraft draft, LedgerColumn column, ImportRow.Value cell) {
        boolean planned = column == LedgerColumn.PLANNED;
        if (planned && LeadImportValues.isUnknown(cell.text())) {
            draft.put(column, new Investment(null, true));
            return;
        }
        Reading<Amount> reading = LeadImportValues.amount(cell.text(), cell.header());
        if (reading instanceof Reading.Assumed) {
            draft.remark(column, cell.text());
        }
        take(draft, column, reading, value -> draft.put(column, planned ? new Investment(value, null) : value));
    }

    /** The value, or a reason at its cell. */
    private static <T> void take(LeadImportDraft draft, LedgerColumn column, Reading<T> reading, Consumer<T> use) {
        switch (reading) {
            case Reading.Value<T>(T value) -> use.accept(value);
            case Reading.Assumed<T>(T value, String code, List<Object> arguments) -> {
                use.accept(value);
                draft.notice(column, code, arguments.toArray());
            }
            case Reading.Refused<T>(String code, List<Object> arguments) ->
                draft.wrong(column, code, arguments.toArray());
        }
    }

    /** 120亩/3000㎡: the first is land and the second floor unless the units say otherwise. */
    private static void site(LeadImportDraft draft, LedgerColumn column, String text) {
        String[] parts = text.split("[/／;；、+]");
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].replaceAll("用地|厂房|土地", "").strip();
            boolean floor = LeadImportValues.isFloor(part) || (i == 1 && !LeadImportValues.isLand(part));
            if (!part.isEmpty() && !part.equals("-")) {
                quantity(draft, column, floor ? LedgerColumn.FLOOR : LedgerColumn.LAND, part);
            }
        }
    }

    private static void quantity(LeadImportDraft draft, LedgerColumn column, LedgerColumn field, String text) {
        Optional<BigDecimal> quantity = LeadImportValues.quantity(text);
        quantity.ifPresentOrElse(value -> draft.put(field, value), () -> draft.wrong(column, "import.quantity", text));
    }

    private static void utilities(LeadImportDraft draft, LedgerColumn column, String text) {
        Matcher power = POWER.matcher(narrow(text));
        if (power.matches()) {
            quantity(draft, column, LedgerColumn.POWER, power.group(1));
            draft.put(LedgerColumn.ENVIRONMENT, power.group(2).isEmpty() ? null : power.group(2));
        } else {
            draft.put(LedgerColumn.ENVIRONMENT, text);
        }
    }

    private static void expected(LeadImportDraft draft, LedgerColumn column, ImportRow.Value cell) {
        Matcher both = OUTPUT.matcher(narrow(cell.text()));
        boolean onlyTax = narrow(cell.text()).startsWith("税");
        if (onlyTax) {
            put(draft, column, LedgerColumn.TAX, narrow(cell.text()).replaceFirst("税收?:?", ""), cell.header());
            return;
        }
        String[] plain = narrow(cell.text()).split("[·/、;]");
        if (plain.length == 2) {
            put(draft, column, LedgerColumn.OUTPUT, plain[0].replaceFirst(".*产值:?", ""), cell.header());
            put(draft, column, LedgerColumn.TAX, plain[1].replaceFirst(".*税收?:?", ""), cell.header());
        } else if (both.matches()) {
            put(draft, column, LedgerColumn.OUTPUT, both.group(1), cell.header());
            if (both.group(2) != null) {
                put(draft, column, LedgerColumn.TAX, both.group(2), cell.header());
            }
        } else {
            draft.wrong(column, "cell.not-an-amount", cell.text());
        }
    }

    private static void put(
            LeadImportDraft draft, LedgerColumn column, LedgerColumn field, String text, String heading) {
        take(draft, column, LeadImportValues.amount(text, heading), value -> draft.put(field, value));
    }

    private static void count(LeadImportDraft draft, LedgerColumn column, String text) {
        String plain = narrow(text).replaceAll("人$", "");
        if (plain.matches("\\d{1,7}(\\.0+)?")) {
            draft.put(column, new BigDecimal(plain).intValue());
        } else {
            draft.wrong(column, "import.quantity", text);
        }
    }

    private void park(LeadImportDraft draft, LedgerColumn column, String text, String zone) {
        String word = text.strip();
        Optional<String> known = directory.parks().stream()
                .filter(park -> park.zone().equals(zone))
                .filter(park -> List.of(park.id(), park.name(), park.nameEn()).contains(word))
                .map(park -> park.id())
                .findFirst();
        known.ifPresentOrElse(id -> draft.put(column, id), () -> draft.site(text));
    }

    private void zone(LeadImportDraft draft, LedgerColumn column, String text, String zone) {
        String word = text.strip();
        boolean own = directory.zone(zone).map(known -> isNamed(known, word)).orElse(false);
        if (!own) {
            draft.wrong(column, "import.other-zone", text);
        }
    }

    private static boolean isNamed(Zone zone, String word) {
        return List.of(zone.id(), zone.name(), zone.nameEn()).contains(word);
    }

    private void person(LeadImportDraft draft, LedgerColumn column, String text, String zone) {
        String word = LeadImportValues.closed(text.strip());
        Optional<String> known = directory.people().stream()
                .filter(person -> person.worksIn(zone))
                .filter(person -> word.equals(person.id()) || word.equals(person.name()))
                .map(Person::id)
                .findFirst();
        known.ifPresent(id -> draft.put(column, id));
        if (known.isEmpty()) {
            draft.remark(column, text);
            draft.notice(column, "import.person-unknown", text);
        }
    }

    private void state(LeadImportDraft draft, LedgerColumn column, String text, String zone) {
        String word = text.strip();
        Optional<String> known = leads.templateOf(zone).states().stream()
                .filter(state -> List.of(
                                state.code(),
                                state.labels().zh(),
                                state.labels().en())
                        .contains(word))
                .map(State::code)
                .findFirst();
        known.ifPresent(code -> draft.put(column, code));
        if (known.isEmpty()) {
            draft.remark(column, text);
            draft.notice(column, "import.state-unknown", text);
        }
    }

    private static void verdict(LeadImportDraft draft, LedgerColumn column, String text) {
        String word = narrow(text);
        Optional<Verdict> known = Arrays.stream(Verdict.values())
                .filter(verdict -> verdict.name().equalsIgnoreCase(word))
                .findFirst()
                .or(() -> Optional.ofNullable(VERDICTS.get(word)));
        known.ifPresent(verdict -> draft.put(column, verdict));
        if (known.isEmpty()) {
            draft.remark(column, text);
        }
    }
}
