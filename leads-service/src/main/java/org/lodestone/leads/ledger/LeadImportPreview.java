package org.lodestone.leads.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.duplicate.Candidate;
import org.lodestone.leads.duplicate.Duplicates;
import org.lodestone.leads.duplicate.Peers;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Past;
import org.lodestone.platform.imports.ImportOutcome;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.ImportRow;
import org.lodestone.platform.imports.ImportTarget;
import org.lodestone.platform.imports.ImportTarget.Verdict;
import org.lodestone.platform.pipeline.Text;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.security.Right;
import reactor.core.publisher.Mono;

/** What the rows of one ledger will become: each is looked up among the leads, and among the rows before it. */
final class LeadImportPreview implements ImportTarget.Preview {

    private static final int LISTED = 3;

    private final ImportProcess of;
    private final LeadImport target;
    private final Duplicates duplicates;
    private final Peers peers = new Peers();
    /** The first row of each lead's number. */
    private final Map<String, Integer> numbered = new HashMap<>();

    LeadImportPreview(ImportProcess of, LeadImport target, Duplicates duplicates) {
        this.of = of;
        this.target = target;
        this.duplicates = duplicates;
    }

    @Override
    public Mono<List<Verdict>> judge(List<ImportRow> rows) {
        List<LeadImportRow> read =
                rows.stream().map(row -> target.read(of, row)).toList();
        return target.byNumber(of, read).flatMap(known -> judge(read, known));
    }

    private Mono<List<Verdict>> judge(List<LeadImportRow> rows, Map<String, Lead> known) {
        List<LeadImportRow> fresh =
                rows.stream().filter(row -> settled(row, known) == null).toList();
        fresh.forEach(row -> peers.add(row.row().number(), row.entry().form()));
        return duplicates
                .candidates(
                        of.owner().scope(of.zone()),
                        fresh.stream().map(row -> row.entry().form()).toList(),
                        LISTED)
                .map(List::iterator)
                .map(found ->
                        rows.stream().map(row -> verdict(row, known, found)).toList());
    }

    private Verdict verdict(LeadImportRow row, Map<String, Lead> known, Iterator<List<Candidate>> found) {
        Verdict settled = settled(row, known);
        Verdict verdict = settled == null ? create(row, found.next()) : settled;
        return switch (verdict.outcome()) {
            case REFUSE, PASS_OVER -> verdict;
            case CREATE, UPDATE, DUPLICATE -> once(row, verdict);
        };
    }

    /** Null for a row that is to become a new lead. */
    private @Nullable Verdict settled(LeadImportRow row, Map<String, Lead> known) {
        if (row.isPassedOver()) {
            return new Verdict(
                    row.row().number(), ImportOutcome.PASS_OVER, row.said().notices());
        }
        if (row.number() != null) {
            Lead lead = known.get(row.number());
            if (lead != null) {
                return update(row, lead);
            }
            if (row.number().startsWith(of.zone() + "-")) {
                String title = LedgerColumn.NUMBER.title().zh();
                return refused(row, List.of(ImportReason.cell(title, "import.number-unknown", row.number())));
            }
        }
        return row.isRefused() ? refused(row, List.of()) : null;
    }

    private static Verdict refused(LeadImportRow row, List<ImportReason> more) {
        List<ImportReason> reasons = new ArrayList<>(row.errors());
        reasons.addAll(more);
        return new Verdict(row.row().number(), ImportOutcome.REFUSE, reasons);
    }

    /** What a row leaves empty is no mistake where the lead has it. */
    private Verdict update(LeadImportRow row, Lead lead) {
        List<ImportReason> errors = row.errors().stream()
                .filter(error -> !error.code().equals("required"))
                .toList();
        if (!errors.isEmpty()) {
            return new Verdict(row.row().number(), ImportOutcome.REFUSE, errors);
        }
        if (!of.owner().may(Right.WRITE) && !lead.belongsTo(of.owner().subject())) {
            return new Verdict(row.row().number(), ImportOutcome.REFUSE, List.of(ImportReason.row("import.not-yours")));
        }
        List<ImportReason> reasons = new ArrayList<>(row.said().notices());
        reasons.add(new ImportReason(null, "import.updates", List.of(lead.number()), lead.number(), lead.id(), null));
        String state = row.past().state();
        if (state != null && !state.equals(lead.progress().state())) {
            reasons.add(ImportReason.cell(
                    LedgerColumn.STATE.title().zh(),
                    "import.state-stays",
                    lead.progress().state()));
        }
        return new Verdict(row.row().number(), ImportOutcome.UPDATE, reasons);
    }

    /** Two rows of one lead's number: the second is for a person to decide. */
    private Verdict once(LeadImportRow row, Verdict verdict) {
        Integer first = row.number() == null ? null : numbered.putIfAbsent(row.number(), verdict.row());
        return first == null ? verdict : duplicate(verdict, first);
    }

    private Verdict create(LeadImportRow row, List<Candidate> found) {
        List<ImportReason> reasons = new ArrayList<>(row.said().notices());
        reasons.addAll(row.said().suppositions());
        reached(row).ifPresent(reasons::add);
        found.forEach(same -> reasons.add(ImportReason.duplicateOf(same.number(), same.id())));
        int number = row.row().number();
        Verdict verdict =
                new Verdict(number, found.isEmpty() ? ImportOutcome.CREATE : ImportOutcome.DUPLICATE, reasons);
        return peers.before(number, row.entry().form())
                .map(earlier -> duplicate(verdict, earlier))
                .orElse(verdict);
    }

    private static Verdict duplicate(Verdict verdict, int earlier) {
        List<ImportReason> reasons = new ArrayList<>(verdict.reasons());
        reasons.add(ImportReason.sameAsRow(earlier));
        return new Verdict(verdict.row(), ImportOutcome.DUPLICATE, reasons);
    }

    /** Said only when the row claims more than its fields carry. */
    private Optional<ImportReason> reached(LeadImportRow row) {
        String claimed = row.past().state();
        if (claimed == null) {
            return Optional.empty();
        }
        Past.Reached reached = target.rehearse(of, row);
        return reached.state().equals(claimed)
                ? Optional.empty()
                : Optional.of(ImportReason.cell(
                        LedgerColumn.STATE.title().zh(),
                        "import.state-lower",
                        reached.state(),
                        lacking(reached, Text::zh),
                        lacking(reached, Text::en)));
    }

    private static String lacking(Past.Reached reached, Function<Text, String> language) {
        return reached.unmet().stream().map(Unmet::message).map(language).collect(Collectors.joining("; "));
    }
}
