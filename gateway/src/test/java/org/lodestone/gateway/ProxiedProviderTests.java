package org.lodestone.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** As in docker-compose.yml: nothing but the gateway can be reached, so the login goes through it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("compose")
class ProxiedProviderTests {

    private static final Backend provider = new Backend();

    @LocalServerPort
    private int port;

    private WebTestClient http;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("server.address", () -> "127.0.0.1");
        registry.add("lodestone.oidc.client-secret", () -> "for-this-test-only");
        registry.add("IDENTITY_URL", provider::uri);
    }

    @BeforeEach
    void client() {
        http = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @AfterAll
    static void close() {
        provider.close();
    }

    @Test
    void loginPageIsTheProvidersAndItsCookiesGoBothWays() {
        http.get()
                .uri("/auth/realms/lodestone/protocol/openid-connect/auth")
                .accept(MediaType.TEXT_HTML)
                .cookie("AUTH_SESSION_ID", "1")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Set-Cookie", "inner=1")
                .expectHeader()
                .doesNotExist("Content-Security-Policy");
        assertThat(seen("/protocol/openid-connect/auth").headers().getFirst("Cookie"))
                .contains("AUTH_SESSION_ID=1");
    }

    @Test
    void loginFormNeedsNoCsrfTokenOfOurs() {
        http.post()
                .uri("/auth/realms/lodestone/login-actions/authenticate")
                .cookie("LODESTONE_SESSION", "begun")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("username=officer.yuanqu")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(seen("/login-actions/authenticate").method()).isEqualTo("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/auth/admin/",
                "/auth/realms/master/account",
                "/auth/metrics",
                "/auth/realms/lodestone/../master/x",
                "/auth/realms/lodestone/%2e%2e/master/x"
            })
    void nothingElseOfTheProviderCanBeReached(String path) {
        http.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .is4xxClientError();
        assertThat(provider.seen()).noneMatch(request -> request.path().matches(".*(admin|master|metrics).*"));
    }

    @Test
    void apiIsAsGuardedAsEver() {
        http.get().uri("/api/leads").exchange().expectStatus().isUnauthorized();
        http.post()
                .uri("/api/leads")
                .cookie("LODESTONE_SESSION", "guessed")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private static Backend.Seen seen(String end) {
        return provider.seen().stream()
                .filter(request -> request.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }
}
