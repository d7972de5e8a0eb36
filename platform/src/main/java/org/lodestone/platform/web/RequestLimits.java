package org.lodestone.platform.web;

import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * How much and how long: a body over 1 MB is refused by its announced length before it is read (the decoder counts one without), and an
 * answer that has not begun after 6 s, between the database's 5 and the gateway's 8, becomes a 503. Uploads have limits of their own.
 */
final class RequestLimits implements WebFilter, Ordered {

    static final int BODY_BYTES = 1024 * 1024;

    private final Duration deadline;

    RequestLimits(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (isUpload(exchange)) {
            return chain.filter(exchange);
        }
        if (exchange.getRequest().getHeaders().getContentLength() > BODY_BYTES) {
            return Mono.error(Problem.tooLarge(BODY_BYTES));
        }
        return chain.filter(exchange).timeout(Mono.delay(deadline).flatMap(_ -> lateUnlessBegun(exchange)));
    }

    private static Mono<Long> lateUnlessBegun(ServerWebExchange exchange) {
        return exchange.getResponse().isCommitted() ? Mono.never() : Mono.just(0L);
    }

    private static boolean isUpload(ServerWebExchange exchange) {
        String type = exchange.getRequest().getHeaders().getFirst("Content-Type");
        return type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }
}
