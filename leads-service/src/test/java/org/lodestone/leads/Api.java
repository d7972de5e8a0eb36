package org.lodestone.leads;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Tokens;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its clients use it. */
public final class Api {

    public static final String YUANQU = "140827";
    public static final String YANGCHENG = "140522";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebTestClient http;

    public Api(WebTestClient http) {
        this.http = http;
    }

    public record Answer(int status, JsonNode body, Map<String, String> headers) {

        public String text(String pointer) {
            return body.at(pointer).asString();
        }

        public String id() {
            return text("/id");
        }

        public List<String> texts(String array, String field) {
            return body.path(array)
                    .valueStream()
                    .map(item -> item.path(field).asString())
                    .toList();
        }
    }

    public static String officer() {
        return Tokens.of("officer.yuanqu", Role.OFFICER, YUANQU);
    }

    public static String manager() {
        return Tokens.of("manager.yuanqu", Role.MANAGER, YUANQU);
    }

    public static String as(Role role) {
        return switch (role) {
            case OFFICER -> officer();
            case MANAGER -> manager();
            case LEADER -> Tokens.of("leader.yuanqu", Role.LEADER, YUANQU);
            case CITY -> Tokens.of("city", Role.CITY, "*");
            case VIEWER -> Tokens.of("viewer", Role.VIEWER, "*");
            case ADMIN -> Tokens.of("admin", Role.ADMIN, "*");
        };
    }

    public Answer get(String token, String path) {
        return send(HttpMethod.GET, token, path, (String) null, Map.of());
    }

    /** An address that somebody else has encoded already. */
    public Answer open(String token, String address) {
        var result = http.get()
                .uri(builder -> builder.build().resolve(address))
                .accept(MediaType.APPLICATION_JSON)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectBody()
                .returnResult();
        return new Answer(
                result.getStatus().value(),
                JSON.readTree(Objects.requireNonNull(result.getResponseBody())),
                result.getResponseHeaders().toSingleValueMap());
    }

    /** For what is no JSON. */
    public int status(String token, String path) {
        return http.get()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    /** Of an answer that may be a file. */
    public int status(HttpMethod method, String token, String path, String body) {
        return http.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    public Answer post(String token, String path, String body) {
        return send(HttpMethod.POST, token, path, body, Map.of());
    }

    public Answer put(String token, String path, String body) {
        return send(HttpMethod.PUT, token, path, body, Map.of());
    }

    public Answer patch(String token, String path, String body, long version) {
        return send(HttpMethod.PATCH, token, path, body, Map.of("If-Match", "\"" + version + "\""));
    }

    public Answer send(
            HttpMethod method,
            @Nullable String token,
            String path,
            @Nullable String body,
            Map<String, String> headers) {
        return send(method, token, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer send(
            HttpMethod method,
            @Nullable String token,
            String path,
            byte @Nullable [] body,
            Map<String, String> headers) {
        WebTestClient.RequestBodySpec request = http.method(method).uri(path).accept(MediaType.APPLICATION_JSON);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        var result = request.exchange().expectBody().returnResult();
        byte[] content = result.getResponseBody();
        return new Answer(
                result.getStatus().value(),
                content == null || content.length == 0 ? JSON.createObjectNode() : JSON.readTree(content),
                result.getResponseHeaders().toSingleValueMap());
    }

    /** A lead as an officer hears of it. */
    public Answer captured(String token, String name) {
        return post(token, "/api/leads", lead(name));
    }

    /** With one key until it is done: what a careful program does when a busy service answers 503. */
    public Answer surelyCaptured(String token, String name) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> send(HttpMethod.POST, token, "/api/leads", lead(name), key),
                        answer -> answer.status() != 503);
    }

    public static String lead(String name) {
        return """
                {"name":"%s","zone":"140827","source":{"channel":"REFERRAL"},"receivedOn":"2026-01-05",
                 "investor":{"name":"%s有限公司"},
                 "contacts":[{"name":"项目负责人","phone":"13812345678","email":"lead@example.com"}]}""".formatted(name, name);
    }

    public static String name() {
        return "铜箔" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Listed from now on as it was written: lists follow a write a moment later. */
    public Answer shown(String token, Answer written) {
        if (written.status() >= 300) {
            throw new AssertionError(written.body().toString());
        }
        long version = written.body().path("version").asLong();
        Awaitility.await("listed: " + written.text("/number"))
                .pollDelay(Duration.ZERO)
                .until(() -> get(token, "/api/leads?q=" + written.text("/number"))
                        .body()
                        .path("items")
                        .valueStream()
                        .anyMatch(item -> item.path("id").asString().equals(written.id())
                                && item.path("version").asLong() >= version));
        return written;
    }

    public static String header(Answer answer, String name) {
        return Objects.requireNonNullElse(answer.headers().get(name), "");
    }
}
