package org.lodestone.gateway.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Remembers a checked token for up to a minute and never beyond its own end: a signature costs more than the rest of a request. */
final class CachedJwtDecoder implements ReactiveJwtDecoder {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ReactiveJwtDecoder decoder;
    private final Cache<String, Jwt> checked = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfter(Expiry.creating((String token, Jwt jwt) -> left(jwt)))
            .build();

    CachedJwtDecoder(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = checked.getIfPresent(token);
        return known != null ? Mono.just(known) : decoder.decode(token).doOnNext(jwt -> checked.put(token, jwt));
    }

    private static Duration left(Jwt jwt) {
        Instant end = jwt.getExpiresAt();
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(Instant.now(), end);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
