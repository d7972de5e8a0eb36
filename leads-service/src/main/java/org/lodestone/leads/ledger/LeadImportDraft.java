package org.lodestone.leads.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Plan.Expected;
import org.lodestone.leads.lead.Plan.Investment;
import org.lodestone.leads.lead.Plan.Needs;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.ImportRow;

/** A row while it is read: values by column, what is wrong, and what its author should know. */
final class LeadImportDraft {

    private static final int ONE_LINE = 200;

    private final ImportRow row;
    private boolean lead = true;
    private final Map<LedgerColumn, ImportRow.Value> cells = new EnumMap<>(LedgerColumn.class);
    private final Map<LedgerColumn, Object> values = new EnumMap<>(LedgerColumn.class);
    private final List<ImportReason> errors = new ArrayList<>();
    private final List<ImportReason> notices = new ArrayList<>();
    /** What no field of a lead holds. */
    private final List<String> remarks = new ArrayList<>();

    /** What a new lead must have and the row does not say; nothing an existing one would be caught up with. */
    private final Map<LedgerColumn, Object> supposed = new EnumMap<>(LedgerColumn.class);

    private final List<ImportReason> suppositions = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<String> sites = new ArrayList<>();
    private final List<OtherPhone> otherPhones = new ArrayList<>();

    /** @param name of the first contact where there is none */
    private record OtherPhone(String phone, @Nullable String name) {}

    LeadImportDraft(ImportRow row) {
        this.row = row;
        for (ImportRow.Value value : row.cells()) {
            LedgerColumn.ofField(value.field()).ifPresent(column -> cells.put(column, value));
        }
    }

    ImportRow row() {
        return row;
    }

    Map<LedgerColumn, ImportRow.Value> cells() {
        return cells;
    }

    void put(LedgerColumn column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
    }

    void wrong(LedgerColumn column, String code, Object... arguments) {
        errors.add(ImportReason.cell(heading(column), code, arguments));
    }

    /** A sum, a heading between the rows, a remark below them, or a number with nothing behind it. */
    void noLead(String because) {
        lead = false;
        ImportRow.Value first = row.cells().getFirst();
        notices.add(ImportReason.cell(first.header(), because, first.text()));
    }

    boolean isLead() {
        return lead;
    }

    /** For a new lead alone, and only where the row says nothing. */
    void suppose(LedgerColumn column, Object value, @Nullable ImportReason said) {
        supposed.put(column, value);
        if (said != null) {
            suppositions.add(said);
        }
    }

    List<ImportReason> suppositions() {
        return suppositions;
    }

    void notice(LedgerColumn column, String code, Object... arguments) {
        notices.add(ImportReason.cell(heading(column), code, arguments));
    }

    String heading(LedgerColumn column) {
        ImportRow.Value cell = cells.get(column);
        return cell == null ? column.title().zh() : cell.header();
    }

    /** A text that no field takes, kept in the note of the source. */
    void remark(LedgerColumn column, String text) {
        remarks.add(column.title().zh() + "：" + text);
    }

    void tag(String tag) {
        tags.add(oneLine(tag));
    }

    /** @param name absent where it is of the same person as the first */
    void otherPhone(String phone, @Nullable String name) {
        otherPhones.add(new OtherPhone(phone, name));
    }

    void site(String site) {
        sites.add(oneLine(site));
    }

    List<ImportReason> errors() {
        return errors;
    }

    List<ImportReason> notices() {
        return notices;
    }

    /** Whether the row says something there, be it wrong. */
    boolean fills(LedgerColumn column) {
        return has(column) || errors.stream().anyMatch(error -> heading(column).equals(error.column()));
    }

    boolean has(LedgerColumn column) {
        return values.containsKey(column);
    }

    @Nullable
    String text(LedgerColumn column) {
        return (String) values.get(column);
    }

    @Nullable
    LocalDate date(LedgerColumn column) {
        return (LocalDate) values.get(column);
    }

    @Nullable
    Verdict verdict() {
        return (Verdict) values.get(LedgerColumn.VERDICT);
    }

    <T> Optional<T> value(LedgerColumn column, Class<T> type) {
        return Optional.ofNullable(values.get(column)).filter(type::isInstance).map(type::cast);
    }

    static String oneLine(String text) {
        String line = text.replaceAll("\\p{IsWhite_Space}+", " ").strip();
        return line.codePointCount(0, line.length()) <= ONE_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, ONE_LINE));
    }

    /** What the row says, in the wire's fields; what it does not say is absent. */
    LeadForm form(String zone) {
        return form(zone, values);
    }

    /** With what is supposed of a new lead. */
    LeadForm newLead(String zone) {
        Map<LedgerColumn, Object> all = new EnumMap<>(values);
        supposed.forEach(all::putIfAbsent);
        return form(zone, all);
    }

    private LeadForm form(String zone, Map<LedgerColumn, Object> known) {
        return new LeadForm(
                zone,
                text(LedgerColumn.PARK),
                (String) known.get(LedgerColumn.NAME),
                investor(),
                contacts(),
                source((Channel) known.get(LedgerColumn.CHANNEL)),
                (LocalDate) known.get(LedgerColumn.RECEIVED_ON),
                text(LedgerColumn.INDUSTRY),
                text(LedgerColumn.CHAIN),
                text(LedgerColumn.CONTENT),
                value(LedgerColumn.PLANNED, Investment.class).orElse(null),
                needs(),
                expected(),
                assignment(),
                sites.isEmpty() ? null : List.copyOf(sites),
                null,
                tags.isEmpty() ? null : tags.stream().distinct().toList(),
                null,
                nextAction(),
                null,
                null);
    }

    private @Nullable Investor investor() {
        String name = text(LedgerColumn.INVESTOR);
        String uscc = text(LedgerColumn.USCC);
        String region = text(LedgerColumn.REGION);
        return name == null && uscc == null && region == null ? null : new Investor(name, uscc, region, null);
    }

    private @Nullable List<Contact> contacts() {
        String name = text(LedgerColumn.CONTACT_NAME);
        String phone = text(LedgerColumn.CONTACT_PHONE);
        String email = text(LedgerColumn.CONTACT_EMAIL);
        if (name == null && phone == null && email == null) {
            return null;
        }
        String title = text(LedgerColumn.CONTACT_TITLE);
        return Stream.concat(
                        Stream.of(new Contact(null, name, title, phone, email)),
                        otherPhones.stream()
                                .map(other -> new Contact(
                                        null, other.name() == null ? name : other.name(), title, other.phone(), null)))
                .toList();
    }

    private @Nullable Source source(@Nullable Channel channel) {
        String note = note();
        String referrer = text(LedgerColumn.REFERRER);
        return channel == null && note == null && referrer == null ? null : new Source(channel, referrer, note);
    }

    /** The remarks of a file that was exported hold what an earlier one could not place: each stands there once. */
    private @Nullable String note() {
        String written = text(LedgerColumn.NOTE);
        Stream<String> unplaced = remarks.stream().filter(remark -> written == null || !written.contains(remark));
        String note = Stream.concat(Stream.ofNullable(written), unplaced).collect(Collectors.joining("\n"));
        return note.isEmpty() ? null : note;
    }

    private @Nullable Needs needs() {
        BigDecimal land = value(LedgerColumn.LAND, BigDecimal.class).orElse(null);
        BigDecimal floor = value(LedgerColumn.FLOOR, BigDecimal.class).orElse(null);
        BigDecimal power = value(LedgerColumn.POWER, BigDecimal.class).orElse(null);
        String environment = text(LedgerColumn.ENVIRONMENT);
        return land == null && floor == null && power == null && environment == null
                ? null
                : new Needs(land, floor, power, environment);
    }

    private @Nullable Expected expected() {
        Expected expected = new Expected(
                value(LedgerColumn.OUTPUT, org.lodestone.platform.web.Amount.class)
                        .orElse(null),
                value(LedgerColumn.TAX, org.lodestone.platform.web.Amount.class).orElse(null),
                value(LedgerColumn.JOBS, Integer.class).orElse(null));
        return expected.output() == null && expected.tax() == null && expected.jobs() == null ? null : expected;
    }

    private @Nullable Assignment assignment() {
        String department = text(LedgerColumn.DEPARTMENT);
        String sponsor = text(LedgerColumn.SPONSOR);
        String owner = text(LedgerColumn.OWNER);
        return department == null && sponsor == null && owner == null
                ? null
                : new Assignment(owner, department, sponsor);
    }

    private @Nullable NextAction nextAction() {
        LocalDate on = date(LedgerColumn.NEXT_ON);
        String what = text(LedgerColumn.NEXT_STEP);
        return on == null ? null : new NextAction(what == null ? "跟进" : oneLine(what), on);
    }
}
