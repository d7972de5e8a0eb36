package org.lodestone.platform.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Role;

/** An issuer of its own on the loopback: its tokens are signed and verified for real. */
public final class Tokens {

    public static final String AUDIENCE = "lodestone";

    private static final Duration VALID_FOR = Duration.ofMinutes(5);

    private Tokens() {}

    private static final class Holder {
        private static final RSAKey KEY = key();
        private static final String ISSUER = serve(KEY);
    }

    public static String issuer() {
        return Holder.ISSUER;
    }

    /** The key that signs, for tests that misuse it. */
    public static RSAKey key(String purpose) {
        return purpose.equals("issuer") ? Holder.KEY : key();
    }

    /** A person's token, with the given zones, or {@code *}. */
    public static String of(String subject, Role role, String... zones) {
        return of(subject, List.of(role), null, zones);
    }

    /** A person's token that reaches only some parks of the zones. */
    public static String of(String subject, List<Role> roles, @Nullable List<String> parks, String... zones) {
        return signed(claims -> {
            claims.subject(subject)
                    .claim("name", subject)
                    .claim("roles", roles.stream().map(Role::claim).toList())
                    .claim("zones", List.of(zones));
            if (parks != null) {
                claims.claim("parks", parks);
            }
        });
    }

    /** Any token this issuer could give; {@code change} may spoil what a person's token has. */
    public static String signed(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issuer(issuer())
                .audience(AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(VALID_FOR)));
        change.accept(claims);
        return sign(claims.build(), Holder.KEY);
    }

    public static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("the test key does not sign", e);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("no RSA key", e);
        }
    }

    private static String serve(RSAKey key) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
            answer(server, "/jwks", new JWKSet(key.toPublicJWK()).toString());
            Stream.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server")
                    .forEach(path -> answer(server, path, metadata(issuer)));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String metadata(String issuer) {
        return String.format(Locale.ROOT, """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","authorization_endpoint":"%1$s/authorize",\
                "token_endpoint":"%1$s/token","subject_types_supported":["public"],\
                "id_token_signing_alg_values_supported":["RS256"],"response_types_supported":["code"]}""", issuer);
    }

    private static void answer(HttpServer server, String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
