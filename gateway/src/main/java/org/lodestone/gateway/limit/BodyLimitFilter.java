package org.lodestone.gateway.limit;

import java.util.concurrent.atomic.AtomicLong;
import org.lodestone.gateway.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the bytes themselves: a chunked body has no Content-Length to believe. */
@Component
@Order(0)
class BodyLimitFilter implements WebFilter {

    private final long most;
    private final Problems problems;

    BodyLimitFilter(LimitProperties limit, Problems problems) {
        this.most = limit.body().toBytes();
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return problems.write(exchange, HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        return chain.filter(
                exchange.mutate().request(counted(exchange.getRequest())).build());
    }

    private ServerHttpRequest counted(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong seen = new AtomicLong();
                return super.getBody().doOnNext(buffer -> {
                    if (seen.addAndGet(buffer.readableByteCount()) > most) {
                        DataBufferUtils.release(buffer);
                        throw new DataBufferLimitException("body over " + most + " bytes");
                    }
                });
            }
        };
    }
}
