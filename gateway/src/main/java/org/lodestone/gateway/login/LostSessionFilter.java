package org.lodestone.gateway.login;

import org.lodestone.gateway.problem.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** A session whose refresh token is no longer good is over: 401, so that the page logs in again, instead of a 500 for ever. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class LostSessionFilter implements WebFilter {

    private final Problems problems;

    LostSessionFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(
                        OAuth2AuthorizationException.class,
                        failure -> exchange.getSession()
                                .flatMap(WebSession::invalidate)
                                .then(problems.write(exchange, HttpStatus.UNAUTHORIZED, "unauthorized")));
    }
}
