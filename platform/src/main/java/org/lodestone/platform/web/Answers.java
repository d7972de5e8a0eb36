package org.lodestone.platform.web;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Outcome;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** How the end of a read or a write is said in HTTP: one place for 404, 409, 412, 422 and 503, for {@code ETag} and {@code X-Read-After}. */
public final class Answers {

    /** Sent with a later list request, it makes that list include this write. */
    public static final String READ_AFTER = "X-Read-After";

    /** Seconds until a backlog is worth another try: the relay polls at least this often. */
    private static final int BACKLOG_SECONDS = 15;

    /** A read by id: 200 with its version as {@code ETag}, or 404. */
    public <A extends Aggregate> Mono<ResponseEntity<Object>> found(Mono<A> aggregate, Function<A, Object> view) {
        return aggregate
                .map(found -> ResponseEntity.ok().eTag(etag(found)).body(view.apply(found)))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    /** @param status of the first answer; a replay repeats the one that was stored */
    public <A extends Aggregate> Mono<ResponseEntity<Object>> of(
            Mono<Outcome<A>> outcome, int status, Function<A, Object> view, @Nullable Function<A, URI> location) {
        return outcome.map(end -> switch (end) {
            case Outcome.Done<A>(A aggregate) ->
                answer(aggregate, status, location).body(view.apply(aggregate));
            case Outcome.Replayed<A>(A aggregate, int stored) ->
                answer(aggregate, stored, location)
                        .header("Idempotent-Replayed", "true")
                        .body(view.apply(aggregate));
            case Outcome.Absent<A> _ -> throw Problem.notFound();
            case Outcome.Stale<A>(A current) ->
                throw Problem.preconditionFailed(view.apply(current), current.version());
            case Outcome.KeyReused<A> _ -> throw Problem.idempotencyKeyReused();
            case Outcome.Busy<A> _ -> throw Problem.busy();
            case Outcome.Backlogged<A> _ -> throw Problem.unavailable(BACKLOG_SECONDS);
        });
    }

    private static <A extends Aggregate> ResponseEntity.BodyBuilder answer(
            A aggregate, int status, @Nullable Function<A, URI> location) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
                .eTag(etag(aggregate))
                .header(READ_AFTER, aggregate.id() + "@" + aggregate.version());
        return location == null ? answer : answer.location(location.apply(aggregate));
    }

    private static String etag(Aggregate aggregate) {
        return "\"" + aggregate.version() + "\"";
    }
}
