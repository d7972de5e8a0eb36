package org.lodestone.leads.bulk;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.bulk.BulkJob;
import org.lodestone.platform.bulk.BulkJobs;
import org.lodestone.platform.bulk.BulkOrder;
import org.lodestone.platform.bulk.BulkReader;
import org.lodestone.platform.bulk.BulkReader.Asked;
import org.lodestone.platform.bulk.BulkView;
import org.lodestone.platform.security.Mandate;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Bulk work over HTTP: begun, read row by row, undone. */
@RestController
@RequestMapping("/api/leads/bulk")
class BulkController {

    private static final int NOTE = 2000;

    private final BulkJobs jobs;
    private final BulkReader reader;
    private final BulkRows rows;
    private final Commands commands;

    BulkController(BulkJobs jobs, BulkReader reader, BulkRows rows, Commands commands) {
        this.jobs = jobs;
        this.reader = reader;
        this.rows = rows;
        this.commands = commands;
    }

    record Items(List<BulkView> items) {}

    /** @param reason a code for moving back; the first of the pipeline if absent */
    record UndoForm(@Nullable String reason, @Nullable String note) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.code("reason", reason).text("note", note, NOTE);
        }

        Map<String, List<String>> named() {
            return new BulkForm.With(null, null, reason, note, null, null, null, null).named();
        }
    }

    /** 200 with the results of few rows, 202 while the work goes on. */
    @PostMapping
    Mono<ResponseEntity<BulkView>> begin(
            @RequestBody BulkForm form, Scope scope, Locale locale, ServerWebExchange exchange) {
        Action action = Action.of(Objects.requireNonNull(form.action())).orElseThrow();
        Rights.require(scope, action.rights());
        Command command = commands.of(exchange, scope, form, false);
        BulkOrder order = new BulkOrder(
                Mandate.of(scope),
                command.at(),
                action.wire(),
                form.withOrNothing().named(),
                command.fingerprint());
        String id = command.key() == null ? UUID.randomUUID().toString() : command.key();
        String readAfter = exchange.getRequest().getHeaders().getFirst(Answers.READ_AFTER);
        return jobs.begin(id, order, rows.of(form, scope, command.at(), readAfter))
                .flatMap(job -> answer(job, locale));
    }

    @GetMapping
    Mono<Items> mine(Scope scope) {
        require(scope);
        return jobs.mine(scope)
                .map(all -> new Items(all.stream().map(reader::listed).toList()));
    }

    /** @param trouble {@code true}: only the rows that were refused, or kept when it was undone */
    @GetMapping("/{id}")
    Mono<BulkView> read(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean trouble,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope,
            Locale locale) {
        require(scope);
        Asked asked = new Asked(trouble, cursor, limit, locale);
        return jobs.find(scope, id).flatMap(job -> reader.view(job, asked));
    }

    @PostMapping("/{id}/undo")
    Mono<ResponseEntity<BulkView>> undo(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable UndoForm form,
            Scope scope,
            Locale locale) {
        require(scope);
        Map<String, List<String>> with = form == null ? Map.of() : form.named();
        return jobs.undo(scope, id, with).flatMap(job -> answer(job, locale));
    }

    private static void require(Scope scope) {
        Rights.require(scope, Right.WRITE_OWN, Right.WRITE);
    }

    private Mono<ResponseEntity<BulkView>> answer(BulkJob job, Locale locale) {
        return reader.view(job, new Asked(false, null, null, locale))
                .map(view -> (job.finished()
                                ? ResponseEntity.ok()
                                : ResponseEntity.accepted().location(URI.create("/api/leads/bulk/" + job.id())))
                        .body(view));
    }
}
