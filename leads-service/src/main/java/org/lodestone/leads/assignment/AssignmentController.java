package org.lodestone.leads.assignment;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadReader;
import org.lodestone.leads.lead.LeadView;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whose a lead is, over HTTP: given, claimed, returned; and who watches it. */
@RestController
@RequestMapping("/api/leads/{id}")
@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LeadView.class)))
class AssignmentController {

    private static final int REASON = 500;

    private final AssignmentService service;
    private final LeadReader reader;
    private final Commands commands;

    AssignmentController(AssignmentService service, LeadReader reader, Commands commands) {
        this.service = service;
        this.reader = reader;
        this.commands = commands;
    }

    /** @param reason in words; stays in the history */
    record AssignmentForm(@Nullable String owner, @Nullable String reason) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("owner", owner).code("owner", owner).text("reason", reason, REASON);
        }
    }

    record ReleaseForm(@Nullable String reason) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.text("reason", reason, REASON);
        }
    }

    record ClaimForm() {}

    @PostMapping("/assignments")
    Mono<ResponseEntity<Object>> assign(
            @PathVariable String id,
            @RequestBody AssignmentForm form,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, form, false);
        String owner = Objects.requireNonNull(form.owner());
        return answer(service.assign(id, owner, form.reason(), command), scope, locale);
    }

    @PostMapping("/claims")
    Mono<ResponseEntity<Object>> claim(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ClaimForm form,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        return answer(service.claim(id, commands.of(exchange, scope, said(form), false)), scope, locale);
    }

    @PostMapping("/releases")
    Mono<ResponseEntity<Object>> release(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ReleaseForm form,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        String reason = form == null ? null : form.reason();
        return answer(service.release(id, reason, commands.of(exchange, scope, said(form), false)), scope, locale);
    }

    @PutMapping("/watch")
    Mono<ResponseEntity<Object>> watch(
            @PathVariable String id, Scope scope, Locale locale, ServerWebExchange exchange) {
        return answer(service.watch(id, true, commands.of(exchange, scope, "", false)), scope, locale);
    }

    @DeleteMapping("/watch")
    Mono<ResponseEntity<Object>> unwatch(
            @PathVariable String id, Scope scope, Locale locale, ServerWebExchange exchange) {
        return answer(service.watch(id, false, commands.of(exchange, scope, "", false)), scope, locale);
    }

    private static Object said(@Nullable Object form) {
        return form == null ? "" : form;
    }

    private Mono<ResponseEntity<Object>> answer(Mono<Outcome<Lead>> outcome, Scope scope, Locale locale) {
        return reader.answer(outcome, 200, scope, locale, null);
    }
}
