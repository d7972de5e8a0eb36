package org.lodestone.gateway.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where a circuit breaker sends what a service did not answer in time, or at all. */
@RestController
class UnavailableController {

    private final Problems problems;

    UnavailableController(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/unavailable/{service}")
    Mono<Void> unavailable(@PathVariable String service, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        return problems.write(exchange, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }
}
