package org.lodestone.leads.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Person;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Past;
import org.lodestone.leads.lead.PastLeads;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.ImportRow;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.FieldProblem;
import org.springframework.stereotype.Component;

/** Makes of a row what may be written, in the name of who imports it: officers own what they bring, others may name the owner. */
@Component
class LeadImportRows {

    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 0);
    private static final int LONG_TEXT = 4000;

    private final LeadImportReader reader;
    private final Directory directory;
    private final PastLeads leads;
    private final BusinessClock clock;

    LeadImportRows(LeadImportReader reader, Directory directory, PastLeads leads, BusinessClock clock) {
        this.reader = reader;
        this.directory = directory;
        this.leads = leads;
        this.clock = clock;
    }

    LeadImportRow read(ImportProcess of, ImportRow row) {
        LeadImportDraft draft = reader.read(row, of.zone());
        String owner = owner(of, draft);
        Verdict verdict = verdict(of, draft);
        nextStep(draft);
        ZoneId time = leads.timeOf(of.zone());
        LeadImportSuppositions.of(of, draft, clock.today(time));
        LeadForm said = draft.newLead(of.zone());
        List<ImportReason> errors = errors(of, draft, said);
        Moments moments = moments(draft, said.receivedOn(), time);
        Assessment assessment =
                verdict == null ? null : new Assessment(verdict, owner, moments.touched(), null, null, null);
        Past past = new Past(
                followUps(of, draft, owner, moments),
                assessment,
                draft.text(LedgerColumn.STATE),
                moments.touched(),
                draft.date(LedgerColumn.NEXT_ON),
                moments.touched());
        Assignment assignment = new Assignment(owner, department(said, owner), sponsor(said));
        LeadImportEntry entry = new LeadImportEntry(said, assignment, moments.received(), owner);
        return new LeadImportRow(row, draft, draft.text(LedgerColumn.NUMBER), entry, past, errors);
    }

    /** Officers import for themselves; whoever may assign gives a lead to its officer, if the directory knows them. */
    private static String owner(ImportProcess of, LeadImportDraft draft) {
        String named = draft.text(LedgerColumn.OWNER);
        String importer = of.owner().subject();
        if (named == null || named.equals(importer)) {
            return importer;
        }
        if (of.owner().may(Right.ASSIGN)) {
            return named;
        }
        draft.remark(LedgerColumn.OWNER, named);
        draft.notice(LedgerColumn.OWNER, "import.owner-yourself");
        return importer;
    }

    /** A verdict is a decision: of who may not decide it is only remembered. */
    private static @Nullable Verdict verdict(ImportProcess of, LeadImportDraft draft) {
        Verdict verdict = draft.verdict();
        if (verdict == null || of.owner().may(Right.DECIDE)) {
            return verdict;
        }
        draft.remark(LedgerColumn.VERDICT, verdict.name());
        draft.notice(LedgerColumn.VERDICT, "import.verdict-not-yours");
        return null;
    }

    private static void nextStep(LeadImportDraft draft) {
        if (draft.has(LedgerColumn.NEXT_STEP) && !draft.has(LedgerColumn.NEXT_ON)) {
            draft.notice(LedgerColumn.NEXT_STEP, "import.next-step-without-date");
        }
    }

    private List<ImportReason> errors(ImportProcess of, LeadImportDraft draft, LeadForm said) {
        if (!draft.isLead()) {
            return List.of();
        }
        Optional<ImportReason> alone = alone(of, draft);
        List<ImportReason> errors = new ArrayList<>(draft.errors());
        alone.ifPresentOrElse(errors::add, () -> check(draft, said, errors));
        return errors;
    }

    /** A heading between the rows and a remark below them have one cell; a lead is worth a second one where there are columns for it. */
    private static Optional<ImportReason> alone(ImportProcess of, LeadImportDraft draft) {
        boolean wide = of.columns().stream()
                        .filter(column ->
                                column.field() != null && !column.field().equals(LedgerColumn.SERIAL.field()))
                        .count()
                > 1;
        List<ImportRow.Value> cells = draft.cells().entrySet().stream()
                .filter(cell -> cell.getKey() != LedgerColumn.SERIAL)
                .map(java.util.Map.Entry::getValue)
                .toList();
        return wide && cells.size() == 1 && !draft.has(LedgerColumn.NUMBER)
                ? Optional.of(ImportReason.cell(
                        cells.getFirst().header(),
                        "import.only-one-cell",
                        cells.getFirst().text()))
                : Optional.empty();
    }

    private void check(LeadImportDraft draft, LeadForm said, List<ImportReason> errors) {
        Checks checks = new Checks(clock);
        said.check(checks);
        checks.notInFuture("lastFollowUpAt", draft.date(LedgerColumn.LAST_FOLLOW_UP), said.zone());
        checks.notInFuture("updatedAt", draft.date(LedgerColumn.UPDATED_AT), said.zone());
        for (LedgerColumn text :
                List.of(LedgerColumn.PROGRESS, LedgerColumn.PROBLEMS, LedgerColumn.HELP, LedgerColumn.NEXT_STEP)) {
            checks.text(text.field(), draft.text(text), LONG_TEXT);
        }
        for (FieldProblem problem : checks.problems()) {
            Optional<LedgerColumn> column = LedgerColumn.ofField(problem.field());
            String heading = column.map(draft::heading).orElse(problem.field());
            boolean said1 = errors.stream().anyMatch(error -> heading.equals(error.column()));
            if (!said1) {
                errors.add(ImportReason.cell(
                        heading, problem.code(), problem.arguments().toArray()));
            }
        }
    }

    /** @param touched the last that is known of it there */
    private record Moments(Instant received, Instant followed, Instant touched) {}

    private Moments moments(LeadImportDraft draft, @Nullable LocalDate received, ZoneId time) {
        Instant now = clock.now();
        LocalDate followed = draft.date(LedgerColumn.LAST_FOLLOW_UP);
        LocalDate updated = draft.date(LedgerColumn.UPDATED_AT);
        Instant begin = at(received, time, now);
        LocalDate told = followed == null ? updated : followed;
        Instant care = later(begin, told == null ? begin : at(told, time, now));
        Instant last = later(care, updated == null ? care : at(updated, time, now));
        return new Moments(begin, care, last);
    }

    private static Instant at(@Nullable LocalDate day, ZoneId time, Instant now) {
        Instant moment =
                day == null ? now : day.atTime(OFFICE_OPENS).atZone(time).toInstant();
        return moment.isAfter(now) ? now : moment;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** One for what the row tells of: what was done, what is wrong, what is needed, what comes next. */
    private List<FollowUp> followUps(ImportProcess of, LeadImportDraft draft, String author, Moments moments) {
        String progress = draft.text(LedgerColumn.PROGRESS);
        String problems = draft.text(LedgerColumn.PROBLEMS);
        String help = draft.text(LedgerColumn.HELP);
        String next = draft.text(LedgerColumn.NEXT_STEP);
        boolean dated = draft.has(LedgerColumn.LAST_FOLLOW_UP);
        if (progress == null && problems == null && help == null && next == null && !dated) {
            return List.of();
        }
        String summary = Objects.requireNonNullElse(progress, "（台账）") + (next == null ? "" : "\n下一步计划：" + next);
        return List.of(new FollowUp(
                "import-" + of.id() + "-" + draft.row().number(),
                moments.followed(),
                FollowUp.Kind.OTHER,
                summary,
                problems,
                help,
                draft.form(of.zone()).nextAction(),
                author,
                clock.now(),
                of.owner().subject()));
    }

    private @Nullable String department(LeadForm said, String owner) {
        String named = said.assignment() == null ? null : said.assignment().department();
        return named != null
                ? named
                : directory.person(owner).map(Person::department).orElse(null);
    }

    private static @Nullable String sponsor(LeadForm said) {
        return said.assignment() == null ? null : said.assignment().sponsor();
    }
}
