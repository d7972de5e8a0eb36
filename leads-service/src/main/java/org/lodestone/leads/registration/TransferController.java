package org.lodestone.leads.registration;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Trace.Place;
import org.lodestone.platform.aggregate.AggregateStore;
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
import reactor.core.publisher.Mono;

/** A lead's way between zones over HTTP. */
@RestController
@RequestMapping("/api/leads/{id}/transfers")
class TransferController {

    private static final int MOST_LINES = 200;

    private final TransferService service;
    private final AggregateStore<Lead> leads;
    private final Commands commands;

    TransferController(TransferService service, AggregateStore<Lead> leads, Commands commands) {
        this.service = service;
        this.leads = leads;
        this.commands = commands;
    }

    /** @param to the lead that goes on; it can be read when the state is {@code DONE} */
    record TransferView(String id, Transfer.Step state, String lead, Place to, String reason, String by, Instant at) {

        static TransferView of(Transfer transfer) {
            Transfer.Asked asked = transfer.asked();
            return new TransferView(
                    transfer.id(),
                    transfer.step(),
                    asked.lead(),
                    new Place(asked.toZone(), transfer.heir(), transfer.number()),
                    asked.reason(),
                    asked.by(),
                    asked.at());
        }
    }

    record Before(Place lead, List<RegistrationView.Line> history, List<FollowUp> followUps) {}

    record BeforeList(List<Before> items) {}

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TransferView.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = TransferView.class)))
    @PostMapping
    Mono<ResponseEntity<TransferView>> transfer(
            @PathVariable String id, @RequestBody TransferService.Form form, Scope scope, ServerWebExchange exchange) {
        return service.transfer(id, form, commands.of(exchange, scope, form, false))
                .map(transfer -> ResponseEntity.status(transfer.finished() ? 201 : 202)
                        .location(URI.create("/api/leads/" + transfer.heir()))
                        .body(TransferView.of(transfer)));
    }

    /** What was done about it in the zones it came from, the latest first. */
    @GetMapping
    Mono<BeforeList> before(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return service.before(scope, id).concatMap(this::told).collectList().map(BeforeList::new);
    }

    private Mono<Before> told(Lead lead) {
        return leads.history(Scope.system(), lead.id(), null, MOST_LINES)
                .map(lines -> new Before(
                        new Place(lead.zone(), lead.id(), lead.number()),
                        lines.stream()
                                .map(line -> RegistrationView.Line.of(line, true))
                                .toList(),
                        lead.care().followUps().reversed()));
    }
}
