package org.lodestone.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service of nothing but the platform starts while database, broker and issuer are all away, and says so. */
class StartTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static ConfigurableApplicationContext context;

    private final HttpClient client = HttpClient.newHttpClient();

    @Configuration
    @EnableAutoConfiguration
    static class Service {}

    @BeforeAll
    static void start() {
        context = SpringApplication.run(
                Service.class,
                "--spring.application.name=nothing-service",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.mongodb.uri=mongodb://127.0.0.1:1/nothing?serverSelectionTimeoutMS=300",
                "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                "--lodestone.security.issuer=http://127.0.0.1:1",
                "--logging.level.root=error");
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void livesWithoutAnythingElse() {
        HttpResponse<String> answer = get("/actuator/health/liveness");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("components").propertyNames())
                .containsExactly("livenessState");
    }

    @Test
    void isNotReadyWithoutADatabaseAndDoesNotAskForTheBroker() {
        HttpResponse<String> answer = get("/actuator/health/readiness");
        assertThat(answer.statusCode()).isEqualTo(503);
        JsonNode parts = JSON.readTree(answer.body()).path("components");
        assertThat(parts.at("/mongo/status").stringValue()).isEqualTo("DOWN");
        assertThat(parts.at("/listeners/status").stringValue()).isEqualTo("UP");
        assertThat(parts.has("broker")).isFalse();
    }

    @Test
    void theBrokerIsADetail() {
        JsonNode broker = JSON.readTree(get("/actuator/health/broker").body());
        assertThat(broker.path("status").stringValue()).isEqualTo("UNKNOWN");
    }

    @Test
    void metricsAreForPrometheus() {
        HttpResponse<String> answer = get("/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void otherEndpointsAreClosed() {
        assertThat(get("/actuator/env").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenThatNobodyCanVerifyNowIsNotRefusedButUnavailable() {
        HttpResponse<String> answer = get("/api/anything", "Authorization", "Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(answer.body()).path("type").stringValue()).isEqualTo("/problems/unavailable");
    }

    private HttpResponse<String> get(String path, String... headers) {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
