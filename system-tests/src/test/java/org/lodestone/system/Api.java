package org.lodestone.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A program that works for one person: asks with their token, and repeats a write with the same key until it is answered. */
final class Api {

    record Answer(int status, JsonNode body, Map<String, java.util.List<String>> headers) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Stack stack;
    private final String user;

    Api(Stack stack, String user) {
        this.stack = stack;
        this.user = user;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    Answer raw(String method, String path, byte[] body) {
        return send(request(path).method(method, BodyPublishers.ofByteArray(body)));
    }

    Answer patch(String path, long version, String body) {
        return send(
                request(path).header("If-Match", "\"" + version + "\"").method("PATCH", BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    /** Posts with one key until somebody answers for sure: what a careful program does while services come and go. */
    Answer postUntilAnswered(String path, String body) {
        String key = UUID.randomUUID().toString();
        return untilAnswered(
                () -> send(request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body))));
    }

    Answer getUntilAnswered(String path) {
        return untilAnswered(() -> get(path));
    }

    private static Answer untilAnswered(java.util.function.Supplier<Answer> ask) {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        Answer answer = ask.get();
        while (unsure(answer) && Instant.now().isBefore(end)) {
            Stack.pause(Duration.ofMillis(300));
            answer = ask.get();
        }
        return answer;
    }

    private static boolean unsure(Answer answer) {
        return answer.status() == 0 || answer.status() >= 500 || answer.status() == 429;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(stack.gateway().resolve(path))
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + stack.token(user))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    /** A connection that breaks is status 0: nobody knows whether it was done. */
    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            String text = new String(response.body(), StandardCharsets.UTF_8);
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    json ? JSON.readTree(text) : MissingNode.getInstance(),
                    response.headers().map());
        } catch (IOException e) {
            return new Answer(0, MissingNode.getInstance(), Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
