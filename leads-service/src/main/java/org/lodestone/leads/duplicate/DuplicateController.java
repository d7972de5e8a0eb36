package org.lodestone.leads.duplicate;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.MergePatch;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What may be the same lead, over HTTP. */
@RestController
@RequestMapping("/api/leads")
class DuplicateController {

    /** What is asked about may be half written: what a lead must have stands in for what is not there yet. */
    private static final LeadForm UNWRITTEN = new LeadForm(
            null,
            null,
            "—",
            null,
            null,
            new Source(Channel.OTHER, null, null),
            LocalDate.EPOCH,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private final DuplicateService service;
    private final CheckLimit limit;
    private final MergePatch mergePatch;
    private final Commands commands;

    DuplicateController(DuplicateService service, CheckLimit limit, MergePatch mergePatch, Commands commands) {
        this.service = service;
        this.limit = limit;
        this.mergePatch = mergePatch;
        this.commands = commands;
    }

    /** @param other the id of the lead that is another one */
    record Word(@Nullable String other) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("other", other).code("other", other);
        }
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = LeadForm.class)))
    @PostMapping("/duplicate-checks")
    Mono<CandidateView.All> check(@RequestBody JsonNode lead, Scope scope) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        limit.take(scope.subject());
        LeadForm form = mergePatch.apply(lead, UNWRITTEN, Set.of());
        if (form.zone() != null) {
            Rights.requireZone(scope, form.zone());
        }
        return service.check(scope, form).collectList().map(all -> new CandidateView.All(all, null));
    }

    @GetMapping("/{id}/duplicates")
    Mono<CandidateView.All> duplicates(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return service.of(scope, id).switchIfEmpty(Mono.error(Problem::notFound));
    }

    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PostMapping("/{id}/non-duplicates")
    Mono<Void> tellApart(@PathVariable String id, @RequestBody Word word, Scope scope, ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, word, false);
        return service.say(id, String.valueOf(word.other()), true, command);
    }

    /** Takes the word back. */
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/{id}/non-duplicates/{other}")
    Mono<Void> takeBack(@PathVariable String id, @PathVariable String other, Scope scope, ServerWebExchange exchange) {
        return service.say(id, other, false, commands.of(exchange, scope, "", false));
    }
}
