package org.lodestone.leads.lead;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.MergePatch;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A follow-up put right by its author within a day. */
@RestController
@RequestMapping("/api/leads/{id}/follow-ups/{followUp}")
class FollowUpController {

    private static final int OK = 200;
    private static final int GONE = 204;
    private static final Set<String> READ_ONLY = Set.of("id", "by", "recordedAt", "recordedBy");

    private final LeadService service;
    private final LeadReader reader;
    private final Commands commands;
    private final MergePatch mergePatch;

    FollowUpController(LeadService service, LeadReader reader, Commands commands, MergePatch mergePatch) {
        this.service = service;
        this.reader = reader;
        this.commands = commands;
        this.mergePatch = mergePatch;
    }

    /** What its author may still change. */
    record FollowUpText(
            @Nullable Instant at,
            FollowUp.@Nullable Kind kind,
            @Nullable String summary,
            @Nullable String problems,
            @Nullable String needs,
            @Nullable NextAction nextAction)
            implements Checked {

        static FollowUpText of(FollowUp followUp) {
            return new FollowUpText(
                    followUp.at(),
                    followUp.kind(),
                    followUp.summary(),
                    followUp.problems(),
                    followUp.needs(),
                    followUp.nextAction());
        }

        @Override
        public void check(Checks checks) {
            checks.required("at", at).notInFuture("at", at).required("kind", kind);
            checks.required("summary", summary).text("summary", summary, CareController.LONG_TEXT);
            checks.text("problems", problems, CareController.LONG_TEXT).text("needs", needs, CareController.LONG_TEXT);
            LeadForm.check(checks, nextAction);
        }

        /** Checked before: moment, kind and summary are there. */
        FollowUp onto(FollowUp known) {
            return new FollowUp(
                    known.id(),
                    Objects.requireNonNull(at),
                    Objects.requireNonNull(kind),
                    Objects.requireNonNull(summary).strip(),
                    problems,
                    needs,
                    nextAction,
                    known.by(),
                    known.recordedAt(),
                    known.recordedBy());
        }
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FollowUp.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = FollowUpText.class)))
    @PatchMapping(consumes = {"application/merge-patch+json", "application/json"})
    Mono<ResponseEntity<Object>> rewrite(
            @PathVariable String id,
            @PathVariable String followUp,
            @RequestBody JsonNode patch,
            Scope scope,
            ServerWebExchange exchange) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        Command command = commands.of(exchange, scope, patch, false);
        return reader.answer(
                service.rewrite(
                        id,
                        followUp,
                        command,
                        OK,
                        known -> mergePatch
                                .apply(patch, FollowUpText.of(known), READ_ONLY)
                                .onto(known)),
                OK,
                lead -> lead.care().followUp(followUp).map(Object.class::cast).orElse(""));
    }

    @ApiResponse(responseCode = "204")
    @DeleteMapping
    Mono<ResponseEntity<Object>> remove(
            @PathVariable String id, @PathVariable String followUp, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        Command command = commands.of(exchange, scope, "", false);
        return reader.answer(service.rewrite(id, followUp, command, GONE, _ -> null), GONE, _ -> "")
                .map(answer -> ResponseEntity.status(answer.getStatusCode())
                        .headers(answer.getHeaders())
                        .build());
    }
}
