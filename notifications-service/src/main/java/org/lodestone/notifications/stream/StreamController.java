package org.lodestone.notifications.stream;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opens event streams. */
@RestController
class StreamController {

    private static final Set<String> PARTS = Set.of("inbox", "jobs");
    private static final int MAX_VALUES = 200;

    private final EventStreams streams;
    private final Standing standing;

    StreamController(EventStreams streams, Standing standing) {
        this.streams = streams;
        this.standing = standing;
    }

    @Operation(
            summary = "Every lead and project event the token allows, once, in order per aggregate, with exact resume",
            parameters = {
                @Parameter(
                        name = "Last-Event-ID",
                        in = ParameterIn.HEADER,
                        description = "the id of the last frame that was handled"),
                @Parameter(
                        name = "lastEventId",
                        in = ParameterIn.QUERY,
                        description = "the same for clients that cannot set the header; several positions are merged"),
                @Parameter(
                        name = "include",
                        in = ParameterIn.QUERY,
                        description = "inbox: one's own alerts besides; jobs: how far one's own jobs are"),
                @Parameter(name = "type", in = ParameterIn.QUERY),
                @Parameter(name = "zone", in = ParameterIn.QUERY),
                @Parameter(name = "park", in = ParameterIn.QUERY),
                @Parameter(
                        name = "owner",
                        in = ParameterIn.QUERY,
                        description = "owner of the lead or officer of the project; me = oneself"),
                @Parameter(name = "officer", in = ParameterIn.QUERY),
                @Parameter(name = "stage", in = ParameterIn.QUERY),
                @Parameter(name = "state", in = ParameterIn.QUERY),
                @Parameter(name = "chain", in = ParameterIn.QUERY),
                @Parameter(name = "subject", in = ParameterIn.QUERY)
            },
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"))))
    @GetMapping("/api/streams/events")
    Mono<Void> events(@Parameter(hidden = true) Scope scope, @Parameter(hidden = true) ServerWebExchange exchange) {
        Rights.require(scope, Right.READ);
        MultiValueMap<String, String> query = exchange.getRequest().getQueryParams();
        Set<String> parts = EventFilter.values(query, "include");
        refuseUnknown(query, parts, true);
        EventFilter filter = EventFilter.of(query, scope.subject());
        return open(scope, exchange, filter, parts);
    }

    @Operation(
            summary = "One's own alerts as they come: inbox.item and inbox.counts",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"))))
    @GetMapping("/api/inbox/stream")
    Mono<Void> inbox(@Parameter(hidden = true) Scope scope, @Parameter(hidden = true) ServerWebExchange exchange) {
        refuseUnknown(exchange.getRequest().getQueryParams(), Set.of(), false);
        return open(scope, exchange, null, Set.of("inbox"));
    }

    /** @param filter {@code null} where leads' and projects' events are not wanted at all */
    private Mono<Void> open(Scope scope, ServerWebExchange exchange, @Nullable EventFilter filter, Set<String> parts) {
        BooleanSupplier allowed = standing.of(scope);
        return Standing.expiry()
                .flatMap(expiresAt -> streams.open(
                        exchange,
                        new Subscription(
                                scope,
                                filter == null ? EventFilter.everything() : filter,
                                filter != null,
                                parts.contains("inbox"),
                                parts.contains("jobs"),
                                expiresAt,
                                allowed)));
    }

    /** A filter with a slip of the pen would silently deliver everything, or nothing. */
    private static void refuseUnknown(MultiValueMap<String, String> query, Set<String> parts, boolean filtered) {
        Stream<String> unknown = query.entrySet().stream()
                .filter(parameter -> !isKnown(parameter.getKey(), filtered)
                        || parameter.getValue().size() > MAX_VALUES)
                .map(Map.Entry::getKey);
        Stream<String> included = PARTS.containsAll(parts) ? Stream.empty() : Stream.of("include");
        List<FieldProblem> problems = Stream.concat(unknown, included)
                .distinct()
                .map(parameter -> FieldProblem.of(parameter, "unknown-field"))
                .toList();
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
    }

    private static boolean isKnown(String parameter, boolean filtered) {
        return parameter.equals("lastEventId")
                || filtered && (parameter.equals("include") || EventFilter.FIELDS.contains(parameter));
    }
}
