package org.lodestone.leads.ledger;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.ledger.LeadImportSpeech.Words;
import org.lodestone.platform.imports.ImportColumn;
import org.lodestone.platform.imports.ImportOutcome;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.Imports;
import org.lodestone.platform.imports.StoredRow;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.Problem;
import org.lodestone.platform.web.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A ledger over HTTP: sent, previewed, corrected, run, undone. */
@RestController
@RequestMapping("/api/leads/imports")
class LeadImportController {

    private final Imports imports;
    private final Uploads uploads;
    private final LeadImportDesk desk;

    LeadImportController(Imports imports, Uploads uploads, LeadImportDesk desk) {
        this.imports = imports;
        this.uploads = uploads;
        this.desk = desk;
    }

    /**
     * @param defaults what stands for empty cells and missing columns of new leads, by field; of the channel alone
     * @param sheets the ones to read of a workbook with several; absent where that stays as it is
     * @param hidden whether rows that are hidden, by hand or by a filter, are read; absent where that stays as it is
     */
    record Columns(
            @Nullable List<ImportColumn> columns,
            @Nullable List<ImportProcess.Otherwise> defaults,
            @Nullable List<String> sheets,
            @Nullable Boolean hidden)
            implements Checked {

        private static final String CHANNEL = LedgerColumn.CHANNEL.field();

        @Override
        public void check(Checks checks) {
            checks.required("columns", columns)
                    .size("columns", columns, 200)
                    .size("defaults", defaults, 1)
                    .size("sheets", sheets, 99);
            otherwise().forEach(one -> {
                if (!CHANNEL.equals(one.field())) {
                    checks.add("defaults", "unknown-column");
                } else if (channels().noneMatch(known -> known.equals(one.value()))) {
                    checks.add("defaults", "type.enum", channels().collect(Collectors.joining(", ")));
                }
            });
        }

        List<ImportProcess.Otherwise> otherwise() {
            return defaults == null ? List.of() : defaults;
        }

        Imports.Correction correction() {
            return new Imports.Correction(columns == null ? List.of() : columns, otherwise(), sheets, hidden);
        }

        private static Stream<String> channels() {
            return Arrays.stream(Channel.values()).map(Channel::name);
        }
    }

    /** @param duplicates what becomes of duplicates nobody decided on: SKIP (so by default) or CREATE */
    record Run(@Nullable String duplicates) implements Checked {

        @Override
        public void check(Checks checks) {
            if (duplicates != null && !duplicates.matches("(?i)skip|create|import")) {
                checks.add("duplicates", "type.enum", "SKIP, CREATE");
            }
        }

        boolean creates() {
            return duplicates != null && !duplicates.equalsIgnoreCase("skip");
        }
    }

    /** @param decision CREATE or SKIP */
    record Decision(@Nullable String decision) implements Checked {

        @Override
        public void check(Checks checks) {
            if (decision == null || !decision.matches("(?i)skip|create")) {
                checks.add("decision", "type.enum", "SKIP, CREATE");
            }
        }
    }

    record Rows(List<LeadImportView.Row> items, @Nullable String next) {}

    record Mine(List<LeadImportView> items) {}

    record Undone(int undone, List<LeadImportView.Kept> kept, ImportProcess.State state) {}

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LeadImportView.class)))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<LeadImportView>> receive(
            @RequestParam(required = false) @Nullable String zone,
            Scope scope,
            Locale locale,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        Rights.require(scope, Right.IMPORT);
        String own = desk.zone(zone, scope);
        String id = desk.newId(exchange, scope, own);
        return uploads.with(
                        exchange,
                        Imports.MOST_BYTES,
                        received ->
                                imports.receive(scope, new Imports.Upload(id, own, received.name(), received.file())))
                .flatMap(process -> shown(process, locale))
                .map(view -> ResponseEntity.created(URI.create("/api/leads/imports/" + view.id()))
                        .body(view));
    }

    @GetMapping
    Mono<Mine> mine(Scope scope, Locale locale) {
        return imports.mine(scope)
                .map(all -> new Mine(all.stream()
                        .map(process -> LeadImportView.of(process, null, desk.words(process, locale)))
                        .toList()));
    }

    @GetMapping("/{id}")
    Mono<LeadImportView> read(@PathVariable String id, Scope scope, Locale locale) {
        return imports.find(scope, id).flatMap(process -> shown(process, locale));
    }

    /** In the order of the file. */
    @GetMapping("/{id}/rows")
    Mono<Rows> rows(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable ImportOutcome outcome,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope,
            Locale locale) {
        int most = Page.limit(limit);
        int known = after(cursor);
        return imports.find(scope, id)
                .flatMap(process -> imports.rows(process, outcome, known, most + 1)
                        .collectList()
                        .map(found -> page(found, most, desk.words(process, locale))));
    }

    private static Rows page(List<StoredRow> found, int most, Words words) {
        return new Rows(
                found.stream()
                        .limit(most)
                        .map(row -> LeadImportView.Row.of(row, words))
                        .toList(),
                found.size() > most ? Integer.toString(found.get(most - 1).row()) : null);
    }

    @PutMapping("/{id}/columns")
    Mono<LeadImportView> columns(@PathVariable String id, @RequestBody Columns columns, Scope scope, Locale locale) {
        return imports.correct(scope, id, columns.correction()).flatMap(process -> shown(process, locale));
    }

    /** @param sheet on which the row stands, of a workbook with several */
    @PutMapping("/{id}/rows/{row}")
    Mono<LeadImportView.Row> decide(
            @PathVariable String id,
            @PathVariable int row,
            @RequestParam(required = false) @Nullable String sheet,
            @RequestBody Decision decision,
            Scope scope,
            Locale locale) {
        boolean create = "create".equalsIgnoreCase(decision.decision());
        return imports.find(scope, id)
                .flatMap(process -> imports.decide(process, new ImportProcess.Place(sheet, row), create)
                        .map(decided -> LeadImportView.Row.of(decided, desk.words(process, locale))));
    }

    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = LeadImportView.class)))
    @PostMapping("/{id}/run")
    Mono<ResponseEntity<LeadImportView>> run(
            @PathVariable String id, @RequestBody(required = false) @Nullable Run how, Scope scope, Locale locale) {
        return imports.run(scope, id, how != null && how.creates())
                .flatMap(process -> shown(process, locale))
                .map(view -> ResponseEntity.status(HttpStatus.ACCEPTED).body(view));
    }

    /** 200 when it is done, 202 while it goes on. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Undone.class)))
    @PostMapping("/{id}/undo")
    Mono<ResponseEntity<Undone>> undo(@PathVariable String id, Scope scope, Locale locale) {
        return imports.undo(scope, id)
                .flatMap(process -> shown(process, locale))
                .map(view -> ResponseEntity.status(
                                view.state() == ImportProcess.State.UNDONE ? HttpStatus.OK : HttpStatus.ACCEPTED)
                        .body(new Undone(
                                view.counts().undone(), view.kept() == null ? List.of() : view.kept(), view.state())));
    }

    private Mono<LeadImportView> shown(ImportProcess process, Locale locale) {
        Words words = desk.words(process, locale);
        if (process.counts().kept() == 0) {
            return Mono.just(LeadImportView.of(process, null, words));
        }
        return imports.kept(process).collectList().map(kept -> LeadImportView.of(process, kept, words));
    }

    private static int after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("\\d{1,9}")) {
            throw Problem.invalid(FieldProblem.of("cursor", "cursor"));
        }
        return Integer.parseInt(cursor);
    }
}
