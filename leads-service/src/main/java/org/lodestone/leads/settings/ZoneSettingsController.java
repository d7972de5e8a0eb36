package org.lodestone.leads.settings;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A zone's settings over HTTP: read by its people, written by administrators, every version kept. */
@RestController
@RequestMapping("/api/zone-settings/{zone}")
class ZoneSettingsController {

    private final ZoneSettingsBook book;
    private final ZoneSettingsVersions versions;
    private final Directory directory;
    private final Commands commands;

    ZoneSettingsController(
            ZoneSettingsBook book, ZoneSettingsVersions versions, Directory directory, Commands commands) {
        this.book = book;
        this.versions = versions;
        this.directory = directory;
        this.commands = commands;
    }

    /** Settings as they are shown. */
    record View(
            String zone,
            long version,
            Instant at,
            String by,
            int registrationDays,
            Scoring assessment,
            OpenPool pool,
            List<OfficeShift> hours) {

        static View of(ZoneSettings settings) {
            return new View(
                    settings.zone(),
                    settings.version(),
                    settings.at(),
                    settings.by(),
                    settings.registrationDays(),
                    settings.assessment(),
                    settings.pool(),
                    settings.hours());
        }
    }

    /** Newest first. */
    record History(List<Line> items) {

        record Line(long version, Instant at, String by) {

            static Line of(ZoneSettings settings) {
                return new Line(settings.version(), settings.at(), settings.by());
            }
        }
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @GetMapping
    Mono<ResponseEntity<Object>> read(
            @PathVariable String zone, @RequestParam(required = false) @Nullable Long version, Scope scope) {
        mayRead(scope, zone);
        Mono<ZoneSettings> found = version == null ? book.current(zone) : book.version(zone, version);
        return found.map(ZoneSettingsController::answer).switchIfEmpty(Mono.error(Problem::notFound));
    }

    @GetMapping("/versions")
    Mono<History> versions(@PathVariable String zone, Scope scope) {
        mayRead(scope, zone);
        return book.current(zone)
                .flatMapMany(versions::until)
                .map(History.Line::of)
                .collectList()
                .map(History::new);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = View.class)))
    @PutMapping
    Mono<ResponseEntity<Object>> write(
            @PathVariable String zone, @RequestBody ZoneSettingsForm form, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.ADMINISTER);
        mayRead(scope, zone);
        Command command = commands.of(exchange, scope, form, true);
        return book.current(zone)
                .flatMap(present -> write(present, form, command))
                .map(ZoneSettingsController::answer);
    }

    private Mono<ZoneSettings> write(ZoneSettings present, ZoneSettingsForm form, Command command) {
        Long expected = command.expectedVersion();
        if (expected != null && expected != present.version()) {
            return isRepeated(present, form, command, expected) ? Mono.just(present) : stale(present);
        }
        ZoneSettings next = form.after(present, command.at(), command.by());
        return versions.insert(next).flatMap(written -> {
            if (written) {
                book.remember(next);
                return Mono.just(next);
            }
            return book.current(present.zone()).flatMap(faster -> write(faster, form, command));
        });
    }

    /** The same change by the same person once more: its answer was lost on the way. */
    private static boolean isRepeated(ZoneSettings present, ZoneSettingsForm form, Command command, long expected) {
        return present.version() == expected + 1 && present.by().equals(command.by()) && form.says(present);
    }

    private static Mono<ZoneSettings> stale(ZoneSettings present) {
        return Mono.error(Problem.preconditionFailed(View.of(present), present.version()));
    }

    private static ResponseEntity<Object> answer(ZoneSettings settings) {
        return ResponseEntity.ok().eTag("\"" + settings.version() + "\"").body(View.of(settings));
    }

    /** Its people and administrators; a zone out of reach is not there. */
    private void mayRead(Scope scope, String zone) {
        if (directory.zone(zone).isEmpty() || !scope.covers(zone, null)) {
            throw Problem.notFound();
        }
        Rights.require(scope, Right.READ, Right.ADMINISTER);
    }
}
