package org.lodestone.leads.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.duplicate.FirstContact;
import org.lodestone.leads.duplicate.OtherZones;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** A lead's first-contact registration over HTTP: taken and seen. */
@RestController
@RequestMapping("/api/leads/{id}/registration")
class LeadRegistrationController {

    private final RegistrationService service;
    private final RegistrationReader reader;
    private final OtherZones otherZones;
    private final Commands commands;

    LeadRegistrationController(
            RegistrationService service, RegistrationReader reader, OtherZones otherZones, Commands commands) {
        this.service = service;
        this.reader = reader;
        this.otherZones = otherZones;
        this.commands = commands;
    }

    /** @param otherProject the firm is registered for another project; this one is registered beside it, and the city looks at it */
    record TakeForm(@Nullable Boolean otherProject) {}

    /** Once it is taken, names near this firm's that other zones registered before are told beside it. */
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @PostMapping
    Mono<ResponseEntity<Object>> take(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable TakeForm form,
            Scope scope,
            ServerWebExchange exchange) {
        TakeForm asked = form == null ? new TakeForm(null) : form;
        boolean otherProject = Boolean.TRUE.equals(asked.otherProject());
        return service.take(id, otherProject, commands.of(exchange, scope, asked, false))
                .flatMap(outcome -> near(outcome, scope, id)
                        .flatMap(near -> reader.taken(
                                outcome,
                                scope,
                                near,
                                URI.create(UriUtils.encodePath("/api/leads/" + id + "/registration", UTF_8)))));
    }

    private Mono<List<FirstContact>> near(Outcome<Registration> outcome, Scope scope, String id) {
        return outcome instanceof Outcome.Done<Registration> ? otherZones.near(scope, id) : Mono.just(List.of());
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RegistrationView.class)))
    @GetMapping
    Mono<ResponseEntity<Object>> read(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return reader.found(service.of(scope, id), scope);
    }
}
