package org.lodestone.leads.privacy;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A contact as it is, for who has a reason to call somebody else's investor; and the log of it. */
@RestController
class UnmaskingController {

    private final AggregateStore<Lead> leads;
    private final UnmaskingLog log;
    private final Commands commands;

    UnmaskingController(AggregateStore<Lead> leads, UnmaskingLog log, Commands commands) {
        this.leads = leads;
        this.log = log;
        this.commands = commands;
    }

    record UnmaskingForm(@Nullable String reason) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.requiredName("reason", reason);
        }
    }

    record Unmasked(String id, Instant at, Contact contact) {}

    record Unmaskings(List<Unmasking> items) {}

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/leads/{id}/contacts/{contact}/unmaskings")
    Mono<Unmasked> unmask(
            @PathVariable String id,
            @PathVariable String contact,
            @RequestBody UnmaskingForm form,
            Scope scope,
            ServerWebExchange exchange) {
        Rights.require(scope, Right.READ_CONTACTS, Right.READ_OWN_CONTACTS);
        Command command = commands.of(exchange, scope, form, false);
        return leads.find(scope, id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(lead -> unmask(lead, known(lead, contact), form, command));
    }

    @GetMapping("/api/personal-data/unmaskings")
    Mono<Unmaskings> list(
            @RequestParam(required = false) @Nullable String lead,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope) {
        Rights.require(scope, Right.ADMINISTER);
        List<Bson> filters = Stream.of(
                        lead == null ? null : Filters.eq("lead", lead), by == null ? null : Filters.eq("by", by))
                .filter(Objects::nonNull)
                .toList();
        return log.list(scope, filters.isEmpty() ? Filters.empty() : Filters.and(filters), Page.limit(limit))
                .map(Unmaskings::new);
    }

    private Mono<Unmasked> unmask(Lead lead, Contact contact, UnmaskingForm form, Command command) {
        Unmasking line = new Unmasking(
                leads.newId(command),
                command.at(),
                command.scope().subject(),
                lead.id(),
                lead.number(),
                lead.zone(),
                Objects.requireNonNull(contact.id()),
                Objects.requireNonNull(form.reason()).strip());
        return log.add(line).thenReturn(new Unmasked(line.id(), line.at(), contact));
    }

    private static Contact known(Lead lead, String id) {
        return lead.profile().contacts().stream()
                .filter(contact -> id.equals(contact.id()))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
