package org.lodestone.leads.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.leads.duplicate.Duplicates;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Past;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportRow;
import org.lodestone.platform.imports.ImportTarget;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of a lead ledger become leads. */
@Component
class LeadImport implements ImportTarget {

    private static final int AT_ONCE = 32;

    private final LeadImportRows reader;
    private final LeadImportWrites writes;
    private final LeadImportUndo undo;
    private final Duplicates duplicates;
    private final SearchIndex<Lead> index;

    LeadImport(
            LeadImportRows reader,
            LeadImportWrites writes,
            LeadImportUndo undo,
            Duplicates duplicates,
            SearchIndex<Lead> index) {
        this.reader = reader;
        this.writes = writes;
        this.undo = undo;
        this.duplicates = duplicates;
        this.index = index;
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
    public Preview preview(ImportProcess of) {
        return new LeadImportPreview(of, this, duplicates);
    }

    LeadImportRow read(ImportProcess of, ImportRow row) {
        return reader.read(of, row);
    }

    /** The rows' own leads, by number; the index holds them. */
    Mono<Map<String, Lead>> byNumber(ImportProcess of, List<LeadImportRow> rows) {
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

    Past.Reached rehearse(ImportProcess of, LeadImportRow row) {
        return writes.rehearse(of, row);
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
        Instant now = writes.now();
        List<LeadImportRow> created = tasks.stream()
                .filter(task -> task.trail() == null)
                .map(task -> reader.read(of, task.row()))
                .toList();
        Flux<Applied> creations = writes.create(of, created);
        Flux<Applied> updates = Flux.fromStream(() -> tasks.stream().filter(task -> task.trail() != null))
                .flatMap(task -> writes.update(of, reader.read(of, task.row()), task.trail(), now), AT_ONCE);
        return Flux.concat(creations, updates);
    }

    @Override
    public Mono<Undone> undo(ImportProcess of, Written row) {
        return undo.undo(of, row);
    }
}
