package org.lodestone.leads.intake;

import org.lodestone.leads.intake.IntakeSource.Kind;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets scripts of the sites in a form's allow-list send to it: the only place where another origin may. Others are told nothing. */
@Component
class IntakeCors implements WebFilter, Ordered {

    private static final PathPattern PATH = PathPatternParser.defaultInstance.parse("/api/intake/{source}");

    private final IntakeDoor door;

    IntakeCors(IntakeDoor door) {
        this.door = door;
    }

    /** Before security, and before Spring refuses a preflight it knows nothing of; within the limits of every request. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String origin = request.getHeaders().getOrigin();
        PathContainer path = request.getPath().pathWithinApplication();
        PathPattern.PathMatchInfo match = origin == null ? null : PATH.matchAndExtract(path);
        if (match == null || origin == null) {
            return chain.filter(exchange);
        }
        String source = match.getUriVariables().getOrDefault("source", "");
        return door.open(source)
                .filter(known -> known.kind() == Kind.FORM && known.origins().contains(origin))
                .doOnNext(_ -> allow(exchange.getResponse().getHeaders(), origin))
                .then(Mono.defer(() -> next(exchange, chain)));
    }

    private static Mono<Void> next(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (exchange.getRequest().getMethod() != HttpMethod.OPTIONS) {
            return chain.filter(exchange);
        }
        exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
        return exchange.getResponse().setComplete();
    }

    private static void allow(HttpHeaders headers, String origin) {
        headers.setAccessControlAllowOrigin(origin);
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "POST");
        headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "Content-Type, X-Intake-Key, Idempotency-Key");
        headers.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
    }
}
