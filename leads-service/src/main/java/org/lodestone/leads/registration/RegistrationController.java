package org.lodestone.leads.registration;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One registration over HTTP: read, renewed, disputed, settled. */
@RestController
@RequestMapping("/api/registrations/{id}")
class RegistrationController {

    static final int REASON_LENGTH = 2000;

    private final RegistrationService service;
    private final Arbitration arbitration;
    private final AggregateStore<Registration> store;
    private final RegistrationReader reader;
    private final Commands commands;

    RegistrationController(
            RegistrationService service,
            Arbitration arbitration,
            AggregateStore<Registration> store,
            RegistrationReader reader,
            Commands commands) {
        this.service = service;
        this.arbitration = arbitration;
        this.store = store;
        this.reader = reader;
        this.commands = commands;
    }

    record DisputeForm(@Nullable String reason) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("reason", reason).text("reason", reason, REASON_LENGTH);
        }
    }

    /** A renewal says nothing but that it is one. */
    record RenewalForm() {}

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @GetMapping
    Mono<ResponseEntity<Object>> read(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return reader.found(store.find(scope, id), scope);
    }

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @PostMapping("/disputes")
    Mono<ResponseEntity<Object>> dispute(
            @PathVariable String id, @RequestBody DisputeForm form, Scope scope, ServerWebExchange exchange) {
        String reason = Objects.requireNonNull(form.reason()).strip();
        return reader.answer(service.dispute(id, reason, commands.of(exchange, scope, form, false)), scope, null);
    }

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @PostMapping("/renewals")
    Mono<ResponseEntity<Object>> renew(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable RenewalForm form,
            Scope scope,
            ServerWebExchange exchange) {
        return reader.answer(service.renew(id, commands.of(exchange, scope, "", false)), scope, null);
    }

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @PostMapping("/arbitrations")
    Mono<ResponseEntity<Object>> arbitrate(
            @PathVariable String id, @RequestBody ArbitrationForm form, Scope scope, ServerWebExchange exchange) {
        return reader.answer(arbitration.arbitrate(id, form, commands.of(exchange, scope, form, false)), scope, null);
    }
}
