package org.lodestone.leads.assignment;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Assignment rules over HTTP: read by the zone's people, written by administrators. */
@RestController
@RequestMapping("/api/assignment-rules")
class RuleController {

    private final RuleBooks books;
    private final RuleDesk desk;
    private final Directory directory;
    private final Commands commands;

    RuleController(RuleBooks books, RuleDesk desk, Directory directory, Commands commands) {
        this.books = books;
        this.desk = desk;
        this.directory = directory;
        this.commands = commands;
    }

    record Rules(List<View> items) {}

    record View(
            String id,
            String zone,
            String name,
            Rule.When when,
            List<String> to,
            Rule.Way by,
            @Nullable Integer capacity,
            boolean active) {

        static View of(Rule rule) {
            return new View(
                    rule.id(),
                    rule.zone(),
                    rule.name(),
                    rule.when(),
                    rule.to(),
                    rule.by(),
                    rule.capacity(),
                    rule.active());
        }
    }

    /** In the order they are asked, zone by zone. */
    @GetMapping
    Mono<Rules> list(@RequestParam(required = false) @Nullable String zone, Scope scope) {
        Rights.require(scope, Right.READ, Right.ADMINISTER);
        return Flux.fromIterable(directory.zones())
                .filter(one -> zone == null || one.id().equals(zone))
                .filter(one -> scope.covers(one.id(), null))
                .concatMap(one -> books.of(one.id()))
                .flatMapIterable(RuleBook::rules)
                .map(View::of)
                .collectList()
                .map(Rules::new);
    }

    @PostMapping
    Mono<ResponseEntity<View>> create(@RequestBody RuleForm form, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.ADMINISTER);
        Command command = commands.of(exchange, scope, form, false);
        return write(desk.zone(form, scope) + '-' + suffix(command), form, true)
                .map(view -> ResponseEntity.created(URI.create("/api/assignment-rules/" + view.id()))
                        .body(view));
    }

    @PutMapping("/{id}")
    Mono<View> replace(@PathVariable String id, @RequestBody RuleForm form, Scope scope) {
        Rights.require(scope, Right.ADMINISTER);
        require(id, scope);
        if (form.zone() != null && !form.zone().equals(zoneOf(id))) {
            throw Problem.invalid(FieldProblem.of("zone", "read-only"));
        }
        return write(id, form, false);
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> delete(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.ADMINISTER);
        require(id, scope);
        return books.change(zoneOf(id), book -> book.without(known(book, id).id()))
                .map(_ -> ResponseEntity.noContent().build());
    }

    private Mono<View> write(String id, RuleForm form, boolean fresh) {
        String zone = zoneOf(id);
        return books.change(zone, book -> {
                    Optional<Rule> before = fresh ? book.find(id) : Optional.of(known(book, id));
                    if (before.isEmpty() && book.rules().size() >= RuleBook.MOST) {
                        throw Problem.invalid(FieldProblem.of("zone", "too-many", RuleBook.MOST));
                    }
                    return book.with(desk.rule(id, zone, form, before.orElse(null)), form.position());
                })
                .map(book -> View.of(known(book, id)));
    }

    private static Rule known(RuleBook book, String id) {
        return book.find(id).orElseThrow(Problem::notFound);
    }

    private void require(String id, Scope scope) {
        String zone = zoneOf(id);
        if (directory.zone(zone).isEmpty() || !scope.covers(zone, null)) {
            throw Problem.notFound();
        }
    }

    private static String zoneOf(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? "" : id.substring(0, dash);
    }

    /** The same command again makes the same rule. */
    private static String suffix(Command command) {
        UUID id = command.key() == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes(command.key().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return id.toString().substring(0, 13).replace("-", "").toLowerCase(Locale.ROOT);
    }
}
