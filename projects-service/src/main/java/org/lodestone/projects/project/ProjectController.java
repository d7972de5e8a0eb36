package org.lodestone.projects.project;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/** One project over HTTP: read, changed, moved, suspended. */
@RestController
@RequestMapping("/api/projects/{id}")
class ProjectController {

    private final ProjectService service;
    private final AggregateStore<Project> projects;
    private final ProjectReader reader;
    private final Commands commands;

    ProjectController(
            ProjectService service, AggregateStore<Project> projects, ProjectReader reader, Commands commands) {
        this.service = service;
        this.projects = projects;
        this.reader = reader;
        this.commands = commands;
    }

    /** What a dry run answers; with nothing unmet, the move could be made now. */
    record Rehearsal(String to, List<Unmet.Shown> unmet) {}

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @GetMapping
    Mono<ResponseEntity<Object>> read(@PathVariable String id, Scope scope, Locale locale) {
        Rights.require(scope, Right.READ);
        return reader.found(projects.find(scope, id), locale);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ProjectForm.class)))
    @PatchMapping(consumes = {"application/merge-patch+json", "application/json"})
    Mono<ResponseEntity<Object>> revise(
            @PathVariable String id,
            @RequestBody JsonNode patch,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, patch, true, at(patch), by(patch));
        return reader.answer(service.revise(id, patch, command), locale);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {ProjectView.class, Rehearsal.class})))
    @PostMapping("/transitions")
    Mono<ResponseEntity<Object>> move(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Move move,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, move, false, move.at(), move.by());
        return dryRun
                ? service.rehearse(id, move, command).map(unmet -> rehearsal(move, unmet, locale))
                : reader.answer(service.move(id, move, command), locale);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProjectView.class)))
    @PostMapping("/status")
    Mono<ResponseEntity<Object>> changeStatus(
            @PathVariable String id,
            @RequestBody StatusChange change,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, change, false, change.at(), change.by());
        return reader.answer(service.changeStatus(id, change, command), locale);
    }

    private static ResponseEntity<Object> rehearsal(Move move, List<Unmet> unmet, Locale locale) {
        return ResponseEntity.ok(new Rehearsal(
                move.target(), unmet.stream().map(each -> each.in(locale)).toList()));
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
