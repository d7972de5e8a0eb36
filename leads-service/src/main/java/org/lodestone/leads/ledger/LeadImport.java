package org.lodestone.leads.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.leads.duplicate.Candidate;
import org.lodestone.leads.duplicate.Duplicates;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Past;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.imports.ImportOutcome;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.ImportRow;
import org.lodestone.platform.imports.ImportTarget;
import org.lodestone.platform.imports.SeenRows;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of a lead ledger become leads. */
@Component
class LeadImport implements ImportTarget {

    private static final int AT_ONCE = 32;
    private static final int LISTED = 3;

    private final LeadImportRows reader;
    private final LeadImportWrites writes;
    private final Duplicates duplicates;
    private final SearchIndex<Lead> index;
    private final BusinessClock clock;

    LeadImport(
            LeadImportRows reader,
            LeadImportWrites writes,
            Duplicates duplicates,
            SearchIndex<Lead> index,
            BusinessClock clock) {
        this.reader = reader;
        this.writes = writes;
        this.duplicates = duplicates;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "lead-import";
    }

    @Override
    public Optional<String> field(String header) {
        return LedgerColumn.ofHeading(header).map(LedgerColumn::field);
    }

    @Override
    public Set<String> fields() {
        return Arrays.stream(LedgerColumn.values()).map(LedgerColumn::field).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Mono<List<Verdict>> judge(ImportProcess of, List<ImportRow> rows, SeenRows seen) {
        List<LeadImportRow> read =
                rows.stream().map(row -> reader.read(of, row)).toList();
        return byNumber(of, read)
                .flatMap(known -> Flux.fromIterable(read)
                        .flatMapSequential(row -> judge(of, row, known), AT_ONCE)
                        .map(verdict -> compared(verdict, of, read, seen))
                        .collectList());
    }

    /** The rows' own leads, by number; the index holds them. */
    private Mono<Map<String, Lead>> byNumber(ImportProcess of, List<LeadImportRow> rows) {
        List<String> numbers = rows.stream()
                .map(LeadImportRow::number)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Flux.fromIterable(numbers)
                .buffer(SearchRequest.MAX_LIMIT)
                .concatMap(some -> index.search(
                        of.owner().scope(of.zone()),
                        SearchRequest.of(
                                List.of(new Condition.AnyOf("number", some)), "createdAt", SearchRequest.MAX_LIMIT)))
                .flatMapIterable(page -> page.items())
                .map(hit -> hit.aggregate())
                .filter(lead -> numbers.contains(lead.number()))
                .collectMap(Lead::number, Function.identity());
    }

    private Mono<Verdict> judge(ImportProcess of, LeadImportRow row, Map<String, Lead> known) {
        if (row.number() != null) {
            Lead lead = known.get(row.number());
            if (lead != null) {
                return Mono.just(update(of, row, lead));
            }
            if (row.number().startsWith(of.zone() + "-")) {
                return Mono.just(refused(
                        row,
                        List.of(ImportReason.cell(
                                LedgerColumn.NUMBER.title().zh(), "import.number-unknown", row.number()))));
            }
        }
        if (row.isRefused()) {
            return Mono.just(refused(row, List.of()));
        }
        return duplicates
                .candidates(of.owner().scope(of.zone()), row.entry().form(), null, LISTED)
                .map(found -> create(of, row, found));
    }

    private static Verdict refused(LeadImportRow row, List<ImportReason> more) {
        List<ImportReason> reasons = new ArrayList<>(row.errors());
        reasons.addAll(more);
        return new Verdict(row.row().number(), ImportOutcome.REFUSE, reasons);
    }

    /** What a row leaves empty is no mistake where the lead has it. */
    private static Verdict update(ImportProcess of, LeadImportRow row, Lead lead) {
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

    private Verdict create(ImportProcess of, LeadImportRow row, List<Candidate> found) {
        List<ImportReason> reasons = new ArrayList<>(row.said().notices());
        reached(of, row).ifPresent(reasons::add);
        found.forEach(same -> reasons.add(ImportReason.duplicateOf(same.number(), same.id())));
        ImportOutcome outcome = found.isEmpty() ? ImportOutcome.CREATE : ImportOutcome.DUPLICATE;
        return new Verdict(row.row().number(), outcome, reasons);
    }

    /** Said only when the row claims more than its fields carry. */
    private Optional<ImportReason> reached(ImportProcess of, LeadImportRow row) {
        String claimed = row.past().state();
        if (claimed == null) {
            return Optional.empty();
        }
        Past.Reached reached = writes.rehearse(of, row);
        return reached.state().equals(claimed)
                ? Optional.empty()
                : Optional.of(ImportReason.cell(
                        LedgerColumn.STATE.title().zh(),
                        "import.state-lower",
                        reached.state(),
                        reached.unmet().stream()
                                .map(Unmet::message)
                                .map(words -> words.zh())
                                .collect(Collectors.joining("；"))));
    }

    /** Rows of one file are compared with each other, in their order. */
    private static Verdict compared(Verdict verdict, ImportProcess of, List<LeadImportRow> rows, SeenRows seen) {
        if (verdict.outcome() == ImportOutcome.REFUSE) {
            return verdict;
        }
        LeadImportRow row = rows.stream()
                .filter(one -> one.row().number() == verdict.row())
                .findFirst()
                .orElseThrow();
        Optional<Integer> earlier = seen.meet(verdict.row(), keys(row, of.zone()));
        if (earlier.isEmpty() || verdict.outcome() == ImportOutcome.UPDATE && row.number() == null) {
            return verdict;
        }
        List<ImportReason> reasons = new ArrayList<>(verdict.reasons());
        reasons.add(ImportReason.sameAsRow(earlier.get()));
        return new Verdict(verdict.row(), ImportOutcome.DUPLICATE, reasons);
    }

    private static Collection<String> keys(LeadImportRow row, String zone) {
        Set<String> keys = new LinkedHashSet<>();
        if (row.number() != null) {
            keys.add("number:" + row.number());
        }
        Investor investor = row.entry().form().investor();
        if (investor != null && investor.uscc() != null) {
            keys.add("uscc:" + investor.uscc());
        }
        if (investor != null && investor.name() != null) {
            keys.add("name:" + CompanyName.normalised(investor.name()));
        }
        if (keys.isEmpty() && row.entry().form().name() != null) {
            keys.add("lead:" + LeadImportValues.narrow(row.entry().form().name()));
        }
        return keys;
    }

    @Override
    public Mono<Map<Integer, String>> prepare(ImportProcess of, List<ImportRow> rows) {
        List<LeadImportRow> read = rows.stream()
                .filter(row ->
                        row.cells().stream().anyMatch(cell -> cell.field().equals(LedgerColumn.NUMBER.field())))
                .map(row -> reader.read(of, row))
                .toList();
        return read.isEmpty() ? Mono.just(Map.of()) : byNumber(of, read).map(known -> trails(read, known));
    }

    private Map<Integer, String> trails(List<LeadImportRow> rows, Map<String, Lead> known) {
        Map<Integer, String> trails = new HashMap<>();
        for (LeadImportRow row : rows) {
            Lead lead = row.number() == null ? null : known.get(row.number());
            if (lead != null) {
                trails.put(row.row().number(), writes.trail(lead, row));
            }
        }
        return trails;
    }

    @Override
    public Flux<Applied> apply(ImportProcess of, List<Task> tasks) {
        Instant now = clock.now();
        List<LeadImportRow> created = tasks.stream()
                .filter(task -> task.trail() == null)
                .map(task -> reader.read(of, task.row()))
                .toList();
        Flux<Applied> creations = writes.numbered(of, created)
                .flatMapMany(numbers -> Flux.fromIterable(created)
                        .flatMap(
                                row -> writes.create(
                                        of,
                                        row,
                                        Objects.requireNonNull(
                                                numbers.get(row.row().number()))),
                                AT_ONCE));
        Flux<Applied> updates = Flux.fromStream(() -> tasks.stream().filter(task -> task.trail() != null))
                .flatMap(task -> writes.update(of, reader.read(of, task.row()), task.trail(), now), AT_ONCE);
        return Flux.concat(creations, updates);
    }

    @Override
    public Mono<Undone> undo(ImportProcess of, Written row) {
        return writes.undo(of, row);
    }
}
