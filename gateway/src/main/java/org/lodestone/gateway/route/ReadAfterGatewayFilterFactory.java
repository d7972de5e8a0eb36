package org.lodestone.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.Principal;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.factory.AbstractGatewayFilterFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Everybody reads their own writes: the version a write answered with goes with the person's next reads, so that a list waits until
 * the index has it. Ten seconds are far more than an index takes.
 */
@Component
class ReadAfterGatewayFilterFactory extends AbstractGatewayFilterFactory<Object> {

    private static final String READ_AFTER = "X-Read-After";

    private final Cache<String, String> last = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    ReadAfterGatewayFilterFactory() {
        super(Object.class);
    }

    @Override
    public GatewayFilter apply(Object config) {
        // A cache per route would be per service; the path's second segment tells them apart as well.
        return (exchange, chain) -> exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty("")
                .flatMap(who -> who.isEmpty() ? chain.filter(exchange) : filter(who, exchange, chain));
    }

    private Mono<Void> filter(String who, ServerWebExchange exchange, GatewayFilterChain chain) {
        String key = who + exchange.getRequest().getPath().subPath(0, 4).value();
        if (!HttpMethod.GET.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange).then(Mono.fromRunnable(() -> remember(key, exchange)));
        }
        String version = last.getIfPresent(key);
        return version == null || exchange.getRequest().getHeaders().containsHeader(READ_AFTER)
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(request -> request.header(READ_AFTER, version))
                        .build());
    }

    private void remember(String key, ServerWebExchange exchange) {
        String version = exchange.getResponse().getHeaders().getFirst(READ_AFTER);
        if (version != null) {
            last.put(key, version);
        }
    }
}
