package org.lodestone.gateway.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.lodestone.gateway.problem.Problems;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Counts the bytes themselves: a chunked body has no Content-Length to believe. */
@Component
@Order(0)
class BodyLimitFilter implements WebFilter {

    /**
     * So much beyond the limit is still taken in and thrown away before the answer: a client that sends before it reads would find the
     * connection closed, and never the reason.
     */
    private static final long PATIENCE_BYTES = DataSize.ofMegabytes(32).toBytes();

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LimitProperties limit;
    private final Problems problems;

    BodyLimitFilter(LimitProperties limit, Problems problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long most = most(exchange.getRequest());
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return discarded(exchange.getRequest(), most)
                    .then(Mono.defer(() -> problems.write(exchange, HttpStatus.CONTENT_TOO_LARGE, "too-large")));
        }
        return chain.filter(
                exchange.mutate().request(counted(exchange.getRequest(), most)).build());
    }

    private long most(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        boolean upload = type != null && type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA);
        return (upload ? limit.upload() : limit.body()).toBytes();
    }

    private static Mono<Void> discarded(ServerHttpRequest request, long most) {
        return request.getHeaders().getContentLength() > most + PATIENCE_BYTES
                ? Mono.empty()
                : request.getBody()
                        .doOnNext(DataBufferUtils::release)
                        .then()
                        .timeout(PATIENCE)
                        .onErrorComplete();
    }

    /** What is already on its way when a body is found too long is discarded by who holds it, and must be given back. */
    private static ServerHttpRequest counted(ServerHttpRequest request, long most) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong seen = new AtomicLong();
                return super.getBody()
                        .<DataBuffer>handle((buffer, sink) -> {
                            long read = seen.addAndGet(buffer.readableByteCount());
                            if (read <= most) {
                                sink.next(buffer);
                                return;
                            }
                            DataBufferUtils.release(buffer);
                            if (read > most + PATIENCE_BYTES) {
                                sink.error(tooLong(most));
                            }
                        })
                        .concatWith(Mono.defer(() -> seen.get() > most ? Mono.error(tooLong(most)) : Mono.empty()))
                        .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
            }
        };
    }

    private static DataBufferLimitException tooLong(long most) {
        return new DataBufferLimitException("body over " + most + " bytes");
    }
}
