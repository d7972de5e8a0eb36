package org.lodestone.gateway.problem;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.support.ServiceUnavailableException;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Every failure of the gateway itself, as a problem. Before Boot's own handler, which stands at -1. */
@Component
@Order(-2)
class ProblemHandler implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (failure instanceof DataBufferLimitException) {
            return problems.write(exchange, HttpStatus.CONTENT_TOO_LARGE, "too-large");
        }
        if (failure instanceof ResponseStatusException known
                && known.getStatusCode().value() == 404) {
            return problems.write(exchange, HttpStatus.NOT_FOUND, "not-found");
        }
        if (failure instanceof ResponseStatusException known
                && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
            return problems.write(exchange, status == null ? HttpStatus.BAD_REQUEST : status, "bad-request");
        }
        if (failure instanceof InvalidMediaTypeException) {
            return problems.write(exchange, HttpStatus.BAD_REQUEST, "bad-request");
        }
        if (unreachable(failure)) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
            return problems.write(exchange, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        }
        log.error(
                "{} {} failed",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                failure);
        return problems.write(exchange, HttpStatus.INTERNAL_SERVER_ERROR, "internal");
    }

    private static boolean unreachable(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof ServiceUnavailableException
                || failure instanceof TimeoutException
                || failure.getCause() instanceof ConnectException
                || (failure instanceof ResponseStatusException known
                        && known.getStatusCode().is5xxServerError());
    }
}
