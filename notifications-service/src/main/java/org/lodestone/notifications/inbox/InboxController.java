package org.lodestone.notifications.inbox;

import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.inbox.Inbox.Counts;
import org.lodestone.notifications.inbox.Notification.Row;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own alerts. Nobody has a right to another's, whatever their role. */
@RestController
@RequestMapping("/api/inbox")
class InboxController {

    private static final int QUERY_LENGTH = 200;

    private final Inbox inbox;
    private final Doorbells doorbells;
    private final BusinessClock clock;

    InboxController(Inbox inbox, Doorbells doorbells, BusinessClock clock) {
        this.inbox = inbox;
        this.doorbells = doorbells;
        this.clock = clock;
    }

    record Change(@Nullable Boolean read) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("read", read);
        }
    }

    @GetMapping
    Mono<Page<Row>> list(
            Scope scope,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (q != null && q.length() > QUERY_LENGTH) {
            throw Problem.invalid(FieldProblem.of("q", "too-long", QUERY_LENGTH));
        }
        return inbox.list(scope, q, unread, before(cursor), Page.limit(limit));
    }

    private static @Nullable Long before(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw Problem.invalid(FieldProblem.of("cursor", "invalid"));
        }
    }

    @GetMapping("/counts")
    Mono<Counts> counts(Scope scope) {
        return inbox.counts(scope);
    }

    @PatchMapping("/{id}")
    Mono<Row> change(Scope scope, @PathVariable String id, @RequestBody Change change) {
        return inbox.mark(scope, id, Boolean.TRUE.equals(change.read()), clock.now())
                .flatMap(row -> doorbells.ring(scope.subject(), null).thenReturn(row))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }
}
