package org.lodestone.leads.lead;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Care.Verdict;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is done about a lead over HTTP: follow-ups and the verdict. */
@RestController
@RequestMapping("/api/leads/{id}")
class CareController {

    static final int LONG_TEXT = 4000;

    private final LeadService service;
    private final AggregateStore<Lead> leads;
    private final LeadReader reader;
    private final Commands commands;

    CareController(LeadService service, AggregateStore<Lead> leads, LeadReader reader, Commands commands) {
        this.service = service;
        this.leads = leads;
        this.reader = reader;
        this.commands = commands;
    }

    record FollowUps(List<FollowUp> items) {}

    /** @param at when it happened; with {@code by}, or from somebody who brings history in, also when it was written down */
    record FollowUpForm(
            @Nullable Instant at,
            FollowUp.@Nullable Kind kind,
            @Nullable String summary,
            @Nullable String problems,
            @Nullable String needs,
            @Nullable NextAction nextAction,
            @Nullable String by)
            implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("kind", kind).required("summary", summary).text("summary", summary, LONG_TEXT);
            checks.text("problems", problems, LONG_TEXT).text("needs", needs, LONG_TEXT);
            checks.notInFuture("at", at);
            LeadForm.check(checks, nextAction);
        }

        /** Checked before: kind and summary are there. */
        FollowUp of(String id, Command command) {
            return new FollowUp(
                    id,
                    at == null ? command.at() : at,
                    Objects.requireNonNull(kind),
                    Objects.requireNonNull(summary).strip(),
                    problems,
                    needs,
                    nextAction,
                    command.by(),
                    command.recordedAt(),
                    command.scope().subject());
        }
    }

    record AssessmentForm(
            @Nullable Verdict verdict,
            @Nullable String note,
            @Nullable Instant at,
            @Nullable String by) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("verdict", verdict).text("note", note, LONG_TEXT);
        }

        Assessment of(Command command) {
            return new Assessment(Objects.requireNonNull(verdict), command.by(), command.at(), note, null, null);
        }
    }

    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FollowUp.class)))
    @PostMapping("/follow-ups")
    Mono<ResponseEntity<Object>> followUp(
            @PathVariable String id, @RequestBody FollowUpForm form, Scope scope, ServerWebExchange exchange) {
        boolean history = scope.may(Right.BACKFILL) || form.by() != null;
        Command command = commands.of(exchange, scope, form, false, history ? form.at() : null, form.by());
        FollowUp followUp = form.of(leads.newId(command), command);
        return reader.answer(
                service.followUp(id, followUp, command),
                201,
                lead -> lead.care().followUps().stream()
                        .filter(known -> known.id().equals(followUp.id()))
                        .findFirst()
                        .orElse(followUp));
    }

    @GetMapping("/follow-ups")
    Mono<FollowUps> followUps(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return leads.find(scope, id)
                .map(lead -> new FollowUps(lead.care().followUps().reversed()))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LeadView.class)))
    @PutMapping("/assessment")
    Mono<ResponseEntity<Object>> assess(
            @PathVariable String id,
            @RequestBody AssessmentForm form,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, form, false, form.at(), form.by());
        return reader.answer(service.assess(id, form.of(command), command), 200, scope, locale, null);
    }
}
