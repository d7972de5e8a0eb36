package org.lodestone.leads.dossier;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.search.SearchPage;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Links between companies over HTTP: by hand, and taken back by who made them. */
@RestController
@RequestMapping("/api/investors/{id}/links")
class LinkController {

    private final Firms firms;
    private final Links links;
    private final Commands commands;

    LinkController(Firms firms, Links links, Commands commands) {
        this.firms = firms;
        this.links = links;
        this.commands = commands;
    }

    @PostMapping
    Mono<ResponseEntity<LinkLine>> link(
            @PathVariable String id, @RequestBody LinkForm form, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        Command command = commands.of(exchange, scope, form, false);
        InvestorKey from = InvestorKey.ofId(id).orElseThrow(Problem::notFound);
        String text = Objects.requireNonNull(form.to()).strip();
        return firms.firm(scope, from)
                .flatMap(firm -> firms.leads(scope, firm)
                        .flatMap(page -> firms.firm(scope, InvestorKey.ofText(text))
                                .flatMap(other -> end(scope, other, text).flatMap(to -> {
                                    Link.End own = new Link.End(firm.key().id(), name(page, firm));
                                    return links.keep(made(own, to, form, command))
                                            .map(link -> LinkLine.of(link, firm, scope));
                                }))))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(line -> ResponseEntity.created(URI.create("/api/investors/" + id + "/links/" + line.id()))
                        .body(line));
    }

    @DeleteMapping("/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unlink(@PathVariable String id, @PathVariable String link, Scope scope) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        InvestorKey key = InvestorKey.ofId(id).orElseThrow(Problem::notFound);
        return firms.firm(scope, key)
                .flatMap(firm -> links.find(scope, link)
                        .filter(known -> firm.ids().contains(known.from().key())
                                || firm.ids().contains(known.to().key())))
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(known -> {
                    if (!LinkAccess.removes(known, scope)) {
                        throw Problem.forbidden();
                    }
                    return links.remove(known);
                });
    }

    private static Link made(Link.End from, Link.End to, LinkForm form, Command command) {
        if (from.key().equals(to.key())) {
            throw Problem.invalid(FieldProblem.of("to", "same-investor"));
        }
        String zone = zone(form.zone(), command.scope());
        Link.Kind kind = Objects.requireNonNull(form.kind());
        return new Link(
                Link.id(zone, from.key(), to.key(), kind),
                zone,
                from,
                to,
                kind,
                form.percent(),
                command.at(),
                command.by());
    }

    private static String zone(@Nullable String asked, Scope scope) {
        String zone = asked == null && scope.zones().size() == 1 && !scope.everyZone()
                ? scope.zones().iterator().next()
                : asked;
        if (zone == null) {
            throw Problem.invalid(FieldProblem.of("zone", "required"));
        }
        Rights.requireZone(scope, zone);
        return zone;
    }

    /** One that is known here by its name there; another one is what was typed. */
    private Mono<Link.End> end(Scope scope, Firm firm, String text) {
        return firms.leads(scope, firm)
                .map(page -> name(page, firm))
                .defaultIfEmpty(
                        InvestorKey.ofId(text).isEmpty() ? text : firm.key().shown())
                .map(name -> new Link.End(firm.key().id(), name));
    }

    private static String name(SearchPage<Lead> page, Firm firm) {
        return page.items().stream()
                .map(hit -> hit.aggregate().profile().investor())
                .filter(Objects::nonNull)
                .map(investor -> investor.name())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(firm.key().id());
    }
}
