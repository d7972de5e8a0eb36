package org.lodestone.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.web.TestIssuer;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CachedJwtDecoderTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void anIssuerThatComesBackIsAskedAgain() {
        try (TestIssuer issuer = new TestIssuer()) {
            ReactiveJwtDecoder decoder = new PlatformSecurityAutoConfiguration()
                    .jwtDecoder(new SecurityProperties(issuer.uri(), "", "lodestone", Set.of(), Set.of(), List.of()));
            String token = issuer.token("officer");

            issuer.away(true);
            StepVerifier.create(decoder.decode(token))
                    .expectError(AuthenticationServiceException.class)
                    .verify(PATIENCE);

            issuer.away(false);
            StepVerifier.create(decoder.decode(token))
                    .assertNext(jwt -> assertThat(jwt.getSubject()).isEqualTo("officer.yuanqu"))
                    .expectComplete()
                    .verify(PATIENCE);
        }
    }

    @Test
    void keysComeFromTheirOwnAddressAndTheIssuerIsCheckedAllTheSame() {
        try (TestIssuer issuer = new TestIssuer()) {
            // Nobody listens on the discard port: asking there would be an AuthenticationServiceException.
            ReactiveJwtDecoder decoder = new PlatformSecurityAutoConfiguration()
                    .jwtDecoder(new SecurityProperties(
                            "http://127.0.0.1:9", issuer.uri() + "/jwks", "lodestone", Set.of(), Set.of(), List.of()));

            StepVerifier.create(decoder.decode(issuer.token("officer")))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(JwtValidationException.class)
                            .hasMessageContaining("iss"))
                    .verify(PATIENCE);
        }
    }

    @Test
    void aTokenIsVerifiedOnceAndNeverOutlivesItself() {
        AtomicInteger verified = new AtomicInteger();
        CachedJwtDecoder decoder = new CachedJwtDecoder(token -> {
            verified.incrementAndGet();
            return Mono.just(token(token, Instant.now().plusSeconds(3)));
        });

        assertThat(decoder.decode("a").block(PATIENCE))
                .isEqualTo(decoder.decode("a").block(PATIENCE));
        assertThat(verified).hasValue(1);
        // Without its own end it would be kept for a minute.
        Awaitility.await().atMost(PATIENCE).until(() -> {
            decoder.decode("a").block(PATIENCE);
            return verified.get() > 1;
        });
        assertThat(verified).hasValue(2);
        decoder.decode("b").block(PATIENCE);
        assertThat(verified).hasValue(3);
    }

    @Test
    void aRefusalIsNotRemembered() {
        AtomicInteger asked = new AtomicInteger();
        CachedJwtDecoder decoder = new CachedJwtDecoder(_ -> {
            asked.incrementAndGet();
            return Mono.error(new BadJwtException("no"));
        });
        StepVerifier.create(decoder.decode("a")).verifyError(BadJwtException.class);
        StepVerifier.create(decoder.decode("a")).verifyError(BadJwtException.class);
        assertThat(asked).hasValue(2);
    }

    private static Jwt token(String value, Instant expiry) {
        return Jwt.withTokenValue(value)
                .header("alg", "RS256")
                .subject("somebody")
                .claim("exp", Date.from(expiry).toInstant())
                .build();
    }
}
