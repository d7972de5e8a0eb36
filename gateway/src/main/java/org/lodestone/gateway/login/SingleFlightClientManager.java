package org.lodestone.gateway.login;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * One refresh at a time per session. A page asks for eight things at once; with rotating refresh tokens the second refresh would use a
 * token the first has spent, and log its user out.
 */
final class SingleFlightClientManager implements ReactiveOAuth2AuthorizedClientManager {

    private final ReactiveOAuth2AuthorizedClientManager manager;
    private final ConcurrentMap<String, Mono<OAuth2AuthorizedClient>> flights = new ConcurrentHashMap<>();

    SingleFlightClientManager(ReactiveOAuth2AuthorizedClientManager manager) {
        this.manager = manager;
    }

    @Override
    public Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizeRequest request) {
        return Mono.deferContextual(context -> context.hasKey(ServerWebExchange.class)
                ? context.get(ServerWebExchange.class).getSession().flatMap(session -> join(session.getId(), request))
                : manager.authorize(request));
    }

    private Mono<OAuth2AuthorizedClient> join(String session, OAuth2AuthorizeRequest request) {
        return flights.computeIfAbsent(
                session,
                id -> manager.authorize(request)
                        .doFinally(signal -> flights.remove(id))
                        .cache());
    }
}
