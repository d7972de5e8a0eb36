package org.lodestone.notifications.inbox;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.lodestone.platform.web.QueryParameters;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One's own alerts. Nobody has a right to another's, whatever their role. */
@RestController
@RequestMapping("/api/inbox")
class InboxController {

    private static final int QUERY_LENGTH = 200;
    private static final Set<String> PARAMETERS = Set.of("q", "unread", "cursor", "limit");

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
            @Parameter(schema = @Schema(type = "integer", format = "int32")) @RequestParam(required = false) @Nullable
                    String limit,
            ServerWebExchange exchange) {
        return QueryParameters.read(exchange, PARAMETERS, () -> {
            List<FieldProblem> problems = new ArrayList<>();
            if (q != null && q.length() > QUERY_LENGTH) {
                problems.add(FieldProblem.of("q", "too-long", QUERY_LENGTH));
            }
            Long before = before(cursor, problems);
            int most = Page.limit(limit, problems);
            if (!problems.isEmpty()) {
                throw new ValidationProblem(problems);
            }
            return inbox.list(scope, q, unread, before, most);
        });
    }

    private static @Nullable Long before(@Nullable String cursor, List<FieldProblem> problems) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            problems.add(FieldProblem.of("cursor", "invalid"));
            return null;
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
