package org.lodestone.leads.lead;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.pipeline.Unmet;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** One lead over HTTP: logged, read, changed, moved. */
@RestController
@RequestMapping("/api/leads")
class LeadController {

    private final LeadService service;
    private final AggregateStore<Lead> leads;
    private final LeadReader reader;
    private final Commands commands;

    LeadController(LeadService service, AggregateStore<Lead> leads, LeadReader reader, Commands commands) {
        this.service = service;
        this.leads = leads;
        this.reader = reader;
        this.commands = commands;
    }

    /** What a dry run answers; with nothing unmet, the move could be made now. */
    record Rehearsal(String to, List<Unmet.Shown> unmet) {}

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = LeadView.class)))
    @PostMapping
    Mono<ResponseEntity<Object>> capture(
            @RequestBody LeadForm form, Scope scope, Locale locale, ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, form, false, form.at(), form.by());
        return reader.answer(
                service.capture(form, command), 201, scope, locale, lead -> URI.create("/api/leads/" + lead.id()));
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LeadView.class)))
    @GetMapping("/{id}")
    Mono<ResponseEntity<Object>> read(@PathVariable String id, Scope scope, Locale locale) {
        Rights.require(scope, Right.READ);
        return reader.found(leads.find(scope, id), scope, locale);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LeadView.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = LeadForm.class)))
    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", "application/json"})
    Mono<ResponseEntity<Object>> revise(
            @PathVariable String id,
            @RequestBody JsonNode patch,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, patch, true, at(patch), by(patch));
        return reader.answer(service.revise(id, patch, command), 200, scope, locale, null);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(oneOf = {LeadView.class, Rehearsal.class})))
    @PostMapping("/{id}/transitions")
    Mono<ResponseEntity<Object>> move(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Move move,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, move, false, move.at(), move.by());
        if (!dryRun) {
            return reader.answer(service.move(id, move, command), 200, scope, locale, null);
        }
        return service.rehearse(id, move, command)
                .map(missing -> ResponseEntity.ok((Object) new Rehearsal(
                        move.target(),
                        missing.stream().map(unmet -> unmet.in(locale)).toList())))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** What cannot be read is left for the patch itself to refuse, together with its other mistakes. */
    private static @Nullable Instant at(JsonNode patch) {
        try {
            return patch.path("at").isString() ? Instant.parse(patch.path("at").stringValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String by(JsonNode patch) {
        return patch.path("by").isString() ? patch.path("by").stringValue() : null;
    }
}
