package org.lodestone.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers verified tokens for a minute, or until they expire: verifying costs 40 µs (RS256) to 370 µs (ES256), a look-up one. Refused
 * tokens are not remembered. The key is a digest, so that a heap dump holds no usable token.
 */
final class CachedJwtDecoder implements ReactiveJwtDecoder {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int TOKENS = 10_000;

    private final ReactiveJwtDecoder verifying;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(TOKENS)
            .expireAfter(Expiry.<String, Jwt>creating((_, token) -> remaining(token)))
            .build();

    CachedJwtDecoder(ReactiveJwtDecoder verifying) {
        this.verifying = verifying;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        String key = digest(token);
        Jwt known = verified.getIfPresent(key);
        return known == null ? verify(token).doOnNext(jwt -> verified.put(key, jwt)) : Mono.just(known);
    }

    /** Whatever is not about the token is about the issuer: it is away, and the token may be good. */
    private Mono<Jwt> verify(String token) {
        return verifying
                .decode(token)
                .onErrorMap(
                        error -> !(error instanceof JwtException),
                        error -> new AuthenticationServiceException("The issuer cannot be asked", error));
    }

    private static Duration remaining(Jwt token) {
        Instant expiry = token.getExpiresAt();
        Duration left = expiry == null ? Duration.ZERO : Duration.between(Instant.now(), expiry);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
