package org.lodestone.leads.directory;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who and what there is: read by everybody, written by administrators. */
@RestController
class DirectoryController {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

    private final Directory directory;
    private final DirectoryService service;
    private final Commands commands;
    private final Answers answers;

    DirectoryController(Directory directory, DirectoryService service, Commands commands, Answers answers) {
        this.directory = directory;
        this.service = service;
        this.commands = commands;
        this.answers = answers;
    }

    record Items<T>(List<T> items) {}

    @GetMapping("/api/directory/zones")
    Items<Zone> zones(Scope scope) {
        mayRead(scope);
        return new Items<>(directory.zones());
    }

    @GetMapping("/api/directory/parks")
    Items<Park> parks(Scope scope) {
        mayRead(scope);
        return new Items<>(directory.parks().stream()
                .filter(park -> scope.covers(park.zone(), park.id()))
                .toList());
    }

    @GetMapping("/api/directory/people")
    Items<Person> people(Scope scope) {
        mayRead(scope);
        boolean addresses = scope.may(Right.READ_CONTACTS) || scope.may(Right.ADMINISTER);
        return new Items<>(directory.people().stream()
                .filter(person -> scope.everyZone() || scope.zones().stream().anyMatch(person::worksIn))
                .map(person -> addresses || person.login().equals(scope.subject()) ? person : person.withoutAddress())
                .toList());
    }

    @GetMapping("/api/directory/chains")
    Items<Chain> chains(Scope scope) {
        mayRead(scope);
        return new Items<>(directory.chains());
    }

    @GetMapping("/api/directory/calendar")
    Items<WorkingYear> calendar(Scope scope) {
        mayRead(scope);
        return new Items<>(directory.years());
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Person.class)))
    @PutMapping("/api/directory/people/{id}")
    Mono<ResponseEntity<Object>> putPerson(
            @PathVariable String id, @RequestBody Person body, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.ADMINISTER);
        if (!ID.matcher(id).matches() || (body.id() != null && !body.id().equals(id))) {
            throw Problem.invalid(FieldProblem.of("id", "code"));
        }
        body.reach().forEach(zone -> Rights.requireZone(scope, zone));
        return put(Entry.of(body.of(id)), scope, exchange, body);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = WorkingYear.class)))
    @PutMapping("/api/directory/calendar/{year}")
    Mono<ResponseEntity<Object>> putYear(
            @PathVariable int year, @RequestBody WorkingYear body, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.ADMINISTER);
        Rights.requireZone(scope, Scope.EVERY_ZONE);
        if (!body.liesIn(year) || (body.year() != null && body.year() != year)) {
            throw Problem.invalid(FieldProblem.of("holidays", "other-year"));
        }
        return put(Entry.of(body.of(year)), scope, exchange, body);
    }

    private Mono<ResponseEntity<Object>> put(Entry entry, Scope scope, ServerWebExchange exchange, Object body) {
        Command command = commands.of(exchange, scope, body, false);
        return answers.of(service.put(entry, command), 200, DirectoryController::part, null);
    }

    private static Object part(Entry entry) {
        return entry.person() == null ? Objects.requireNonNull(entry.year()) : entry.person();
    }

    /** Needed to read anything at all, and by those who keep it. */
    private static void mayRead(Scope scope) {
        Rights.require(scope, Right.READ, Right.ADMINISTER);
    }
}
