package org.lodestone.gateway.route;

import java.net.InetSocketAddress;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What strangers send to the intake carries the address it came from, whatever it says itself. */
@Component
@Order(1)
class IntakeFilter implements WebFilter {

    private static final String CLIENT = "X-Client-Address";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().value();
        if (!path.startsWith("/api/intake/") && !path.startsWith("/intake/")) {
            return chain.filter(exchange);
        }
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .headers(headers -> address(headers, exchange.getRequest()))
                .build();
        return chain.filter(exchange.mutate().request(request).build());
    }

    private static void address(HttpHeaders headers, ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        headers.set(CLIENT, remote == null ? "unknown" : remote.getHostString());
        if (HttpMethod.OPTIONS.equals(request.getMethod())) {
            // The gateway would refuse a preflight itself; which origins a form has is known to the service.
            headers.remove(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        }
    }
}
