package org.lodestone.leads.myday;

import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import org.lodestone.leads.directory.Directory;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Somebody's calendar over HTTP: given a private address, taken back, and read by whoever knows the address. */
@RestController
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final CalendarText text;
    private final Directory directory;

    CalendarController(CalendarFeeds feeds, CalendarText text, Directory directory) {
        this.feeds = feeds;
        this.text = text;
        this.directory = directory;
    }

    /** @param url the only time it is told */
    record Address(String url) {}

    record Status(
            boolean active,
            @org.jspecify.annotations.Nullable Instant since) {}

    @ApiResponse(responseCode = "201")
    @PostMapping("/api/my-day/calendar")
    Mono<ResponseEntity<Address>> renew(Scope scope, Locale locale) {
        Rights.require(scope, Right.READ);
        if (directory.person(scope.subject()).isEmpty()) {
            // What they may see is looked up each time the calendar is read.
            return Mono.error(Problem.forbidden());
        }
        return feeds.renew(scope.subject(), locale)
                .map(secret -> ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(new Address("/calendar/" + secret + ".ics")));
    }

    @GetMapping("/api/my-day/calendar")
    Mono<Status> status(Scope scope) {
        Rights.require(scope, Right.READ);
        return feeds.of(scope.subject())
                .map(feed -> new Status(true, feed.at()))
                .defaultIfEmpty(new Status(false, null));
    }

    @ApiResponse(responseCode = "204")
    @DeleteMapping("/api/my-day/calendar")
    Mono<ResponseEntity<Void>> revoke(Scope scope) {
        Rights.require(scope, Right.READ);
        return feeds.revoke(scope.subject())
                .thenReturn(ResponseEntity.noContent().build());
    }

    @GetMapping(path = "/calendar/{secret}.ics", produces = "text/calendar")
    Mono<ResponseEntity<byte[]>> read(@PathVariable String secret) {
        return feeds.behind(secret)
                .flatMap(text::of)
                .map(ics -> ResponseEntity.ok()
                        .contentType(CALENDAR)
                        .cacheControl(CacheControl.noStore().cachePrivate())
                        .body(ics.getBytes(StandardCharsets.UTF_8)))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }
}
