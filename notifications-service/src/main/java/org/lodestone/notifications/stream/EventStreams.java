package org.lodestone.notifications.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.events.StreamToken;
import org.lodestone.platform.web.Problem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/** Joins a request to a session: from where it begins, and how its bytes get out. */
@Component
class EventStreams {

    private static final int RETRY_AFTER_SECONDS = 2;

    private final StreamParts parts;
    private final InboxFrames inbox;
    private final OpenStreams open;

    EventStreams(StreamParts parts, InboxFrames inbox, OpenStreams open) {
        this.parts = parts;
        this.inbox = inbox;
        this.open = open;
    }

    Mono<Void> open(ServerWebExchange exchange, Subscription subscription) {
        if (!parts.hub().isReady()) {
            return Mono.error(Problem.unavailable(RETRY_AFTER_SECONDS));
        }
        List<String> positions = positions(exchange.getRequest());
        Flux<Batch> batches =
                Flux.create(sink -> begin(subscription, positions, sink), FluxSink.OverflowStrategy.IGNORE);
        return write(exchange.getResponse(), subscription, batches);
    }

    /** Each batch is one write and one flush; the next is asked for when the connection took it. */
    private Mono<Void> write(ServerHttpResponse response, Subscription subscription, Flux<Batch> batches) {
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().set("X-Accel-Buffering", "no");
        Flux<Mono<DataBuffer>> flushes = batches.concatMap(
                batch -> inbox.complete(batch, subscription.scope()).map(bytes -> {
                    parts.metrics().delivered(batch.events(), bytes.length, batch.oldestWrittenAt());
                    return Mono.just(response.bufferFactory().wrap(bytes));
                }),
                1);
        return response.writeAndFlushWith(flushes);
    }

    private void begin(Subscription subscription, List<String> positions, FluxSink<Batch> sink) {
        StreamSession session = new StreamSession(subscription, parts, sink);
        sink.onDispose(() -> {
            session.abandon();
            open.remove(session);
        });
        if (positions.isEmpty()) {
            session.startLive(null);
        } else {
            StreamToken token = merged(positions);
            if (token == null) {
                session.startLive(ResetReason.INVALID);
            } else {
                session.resume(token);
            }
        }
        // Only now: the first bytes name a position, which must not be past what was missed.
        open.add(session);
        sink.onRequest(_ -> session.drain());
        // What was asked for before that line reached nobody.
        session.drain();
    }

    /** The header is what a browser sends by itself when it comes back, so it is newer than the query of the address. */
    private static List<String> positions(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst("Last-Event-ID");
        if (header != null && !header.isBlank()) {
            return List.of(header.strip());
        }
        List<String> positions = new ArrayList<>();
        for (String value : request.getQueryParams().getOrDefault("lastEventId", List.of())) {
            if (value != null) {
                positions.addAll(List.of(value.strip().split(",")));
            }
        }
        positions.removeIf(String::isBlank);
        return positions;
    }

    private static @Nullable StreamToken merged(List<String> positions) {
        StreamToken merged = null;
        for (String text : positions) {
            Optional<StreamToken> token = StreamToken.parse(text.strip());
            if (token.isEmpty()) {
                return null;
            }
            merged = merged == null ? token.get() : merged.merge(token.get());
        }
        return merged;
    }
}
