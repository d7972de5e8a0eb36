package org.lodestone.leads.privacy;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.privacy.PersonalDataRequest.Kind;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.privacy.Cleaning;
import org.lodestone.platform.privacy.Inquiry;
import org.lodestone.platform.privacy.Likeness;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.Problem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A person's data, found and taken out; both are written down. */
@RestController
@RequestMapping("/api/personal-data")
class PersonalDataController {

    private static final Clock SYSTEM = Clock.systemUTC();

    private final Sightings sightings;
    private final PersonalDataLog log;
    private final Commands commands;
    private final JsonMapper json;
    private final Elsewhere elsewhere;

    PersonalDataController(
            Sightings sightings, PersonalDataLog log, Commands commands, JsonMapper json, Elsewhere elsewhere) {
        this.sightings = sightings;
        this.log = log;
        this.commands = commands;
        this.json = json;
        this.elsewhere = elsewhere;
    }

    @Schema(name = "PersonalDataRequests")
    record Requests(List<PersonalDataRequest> items) {}

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PersonalData.Answer.class)))
    @PostMapping("/searches")
    ResponseEntity<Flux<DataBuffer>> search(@RequestBody PersonForm form, Scope scope, ServerWebExchange exchange) {
        Command command = asked(form, scope, exchange);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(SlowAnswer.of(gathered(form, Kind.SEARCH, command, PersonalData::answer), json));
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PersonalData.File.class)))
    @PostMapping("/exports")
    ResponseEntity<Flux<DataBuffer>> export(@RequestBody PersonForm form, Scope scope, ServerWebExchange exchange) {
        Command command = asked(form, scope, exchange);
        ContentDisposition file = ContentDisposition.attachment()
                .filename("personal-data.json", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(SlowAnswer.of(
                        gathered(
                                form,
                                Kind.EXPORT,
                                command,
                                found -> new PersonalData.File(
                                        form.person(),
                                        form.why(),
                                        command.by(),
                                        command.at(),
                                        found.places(),
                                        found.unanswered())),
                        json));
    }

    @GetMapping("/searches")
    Mono<Requests> searches(@RequestParam(required = false) @Nullable Integer limit, Scope scope) {
        return list(Kind.SEARCH, limit, scope);
    }

    @GetMapping("/exports")
    Mono<Requests> exports(@RequestParam(required = false) @Nullable Integer limit, Scope scope) {
        return list(Kind.EXPORT, limit, scope);
    }

    private Mono<Requests> list(Kind kind, @Nullable Integer limit, Scope scope) {
        everywhere(scope);
        return log.list(kind, Page.limit(limit)).map(Requests::new);
    }

    private Command asked(PersonForm form, Scope scope, ServerWebExchange exchange) {
        everywhere(scope);
        return commands.of(exchange, scope, form, false);
    }

    /** A person is in whichever zone they are: who administers one zone alone cannot answer for all. */
    static void everywhere(Scope scope) {
        Rights.require(scope, Right.ADMINISTER);
        if (!scope.everyZone()) {
            throw Problem.forbidden();
        }
    }

    private <T> Mono<T> gathered(PersonForm form, Kind kind, Command command, Function<PersonalData, T> answer) {
        Person person = form.person();
        Cleaning cleaning = new Cleaning(new Likeness(person));
        PersonalData found = new PersonalData(person);
        return sightings
                .records(cleaning)
                .flatMap(records -> sightings
                        .all(cleaning, records)
                        .doOnNext(sighting -> found.add(sighting, kind == Kind.EXPORT))
                        .then(elsewhere.ask(inquiry(kind, person, records)))
                        .doOnNext(found::add))
                .then(Mono.defer(() -> log.add(new PersonalDataRequest(
                        UUID.randomUUID().toString(),
                        command.at(),
                        command.by(),
                        kind,
                        new Likeness(person).without(form.why(), true),
                        found.records()))))
                .then(Mono.fromSupplier(() -> answer.apply(found)));
    }

    /** Asked at the system's time: the others judge by it whether somebody still waits. */
    private static Inquiry inquiry(Kind kind, Person person, Set<String> records) {
        Inquiry.Kind what = kind == Kind.EXPORT ? Inquiry.Kind.EXPORT : Inquiry.Kind.SEARCH;
        return new Inquiry(UUID.randomUUID().toString(), what, SYSTEM.instant(), person, List.copyOf(records));
    }
}
