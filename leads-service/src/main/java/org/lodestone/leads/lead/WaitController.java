package org.lodestone.leads.lead;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Waiting for a known reason, over HTTP. */
@RestController
@RequestMapping("/api/leads/{id}/waits")
@ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LeadView.class)))
class WaitController {

    private static final int REASON = 500;
    private static final int MOMENT = 40;

    private final WaitService service;
    private final LeadReader reader;
    private final Commands commands;

    WaitController(WaitService service, LeadReader reader, Commands commands) {
        this.service = service;
        this.reader = reader;
        this.commands = commands;
    }

    /**
     * @param reason in words; stays with the lead
     * @param until a date, on which it wakes when work begins, or a moment
     */
    record WaitForm(@Nullable String reason, @Nullable String until) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("reason", reason).text("reason", reason, REASON);
            checks.required("until", until).text("until", until, MOMENT);
        }
    }

    @PostMapping
    Mono<ResponseEntity<Object>> begin(
            @PathVariable String id,
            @RequestBody WaitForm form,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        Command command = commands.of(exchange, scope, form, false);
        String reason = Objects.requireNonNull(form.reason());
        String until = Objects.requireNonNull(form.until());
        return reader.answer(service.begin(id, reason, until, command), 200, scope, locale, null);
    }

    @DeleteMapping
    Mono<ResponseEntity<Object>> end(@PathVariable String id, Scope scope, Locale locale, ServerWebExchange exchange) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        Command command = commands.of(exchange, scope, "", false);
        return reader.answer(service.end(id, command), 200, scope, locale, null);
    }
}
