package org.lodestone.platform.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** An issuer with an RSA and an EC key, which can be away. */
public final class TestIssuer implements AutoCloseable {

    private final RSAKey rsa;
    private final ECKey ec;
    private final DisposableServer server;
    private final AtomicBoolean away = new AtomicBoolean();

    public TestIssuer() {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get(
                                "/.well-known/openid-configuration",
                                (_, answer) -> away.get()
                                        ? answer.sendNotFound()
                                        : answer.header("Content-Type", "application/json")
                                                .sendString(Mono.fromSupplier(this::metadata)))
                        .get(
                                "/jwks",
                                (_, answer) -> answer.header("Content-Type", "application/json")
                                        .sendString(Mono.just(new JWKSet(List.of(rsa, ec)).toString()))))
                .bindNow();
    }

    public String uri() {
        return "http://127.0.0.1:" + server.port();
    }

    public void away(boolean value) {
        away.set(value);
    }

    private String metadata() {
        return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\",\"subject_types_supported\":[\"public\"]}"
                .formatted(uri(), uri());
    }

    public JWTClaimsSet.Builder claims(String role) {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .audience("lodestone")
                .subject(role + ".yuanqu")
                .claim("roles", List.of(role))
                .claim("zones", List.of("140827"))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    public String token(String role) {
        return rs256(claims(role).build());
    }

    public String rs256(JWTClaimsSet claims) {
        return signed(JWSAlgorithm.RS256, "rsa", claims);
    }

    public String es256(JWTClaimsSet claims) {
        return signed(JWSAlgorithm.ES256, "ec", claims);
    }

    String rs512(JWTClaimsSet claims) {
        return signed(JWSAlgorithm.RS512, "rsa", claims);
    }

    /** The old trick: the public key, which everybody knows, as the secret of a HMAC. */
    String hs256(JWTClaimsSet claims) {
        return signed(JWSAlgorithm.HS256, "rsa", claims);
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private String signed(JWSAlgorithm algorithm, String key, JWTClaimsSet claims) {
        try {
            SignedJWT token =
                    new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
            token.sign(signer(algorithm));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWSSigner signer(JWSAlgorithm algorithm) throws JOSEException {
        if (algorithm.equals(JWSAlgorithm.HS256)) {
            return new MACSigner(rsa.toRSAPublicKey().getEncoded());
        }
        return algorithm.equals(JWSAlgorithm.ES256) ? new ECDSASigner(ec) : new RSASSASigner(rsa);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
