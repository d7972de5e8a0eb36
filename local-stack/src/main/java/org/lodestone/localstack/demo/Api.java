package org.lodestone.localstack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lodestone.localstack.supervisor.Stack;
import org.lodestone.localstack.supervisor.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public API in the name of one user. What could not be answered is asked again with the same key for a while, so
 * that a killed process shows as a delay and not as a failure, and nothing is done twice.
 */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** In order, since a map is in another one in each process: a load that goes on sends the same bytes under the same key. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final HttpClient http;
    private final String gateway;
    private final String token;

    Api(Stack stack, String user) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.gateway = stack.gateway();
        this.token = new Tokens(stack).of(user);
    }

    Answer get(String path) {
        return answered("GET", path, null, null, null);
    }

    Answer post(String path, String key, Object body) {
        return answered("POST", path, body, key, null);
    }

    Answer put(String path, String key, Object body) {
        return answered("PUT", path, body, key, null);
    }

    /** @param version the version that is changed, or {@code *} */
    Answer patch(String path, String key, String version, Object body) {
        return answered("PATCH", path, body, key, version);
    }

    private Answer answered(
            String method, String path, @Nullable Object body, @Nullable String key, @Nullable String version) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String problem;
            try {
                Answer answer = ask(method, path, body, key, version);
                if (answer.status() < 500 && answer.status() != 429) {
                    return answer;
                }
                problem = "answered " + answer.status() + ": " + answer.body();
            } catch (IOException e) {
                problem = "was not answered: " + e;
            }
            if (System.nanoTime() > giveUp) {
                throw new Failed(method + " " + path + " " + problem);
            }
            Pause.millis(250);
        }
    }

    private Answer ask(
            String method, String path, @Nullable Object body, @Nullable String key, @Nullable String version)
            throws IOException {
        HttpRequest.Builder request = request(path)
                .timeout(Duration.ofSeconds(15))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(written(body)));
        if (body != null) {
            request.header(
                    "Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (version != null) {
            request.header("If-Match", version.equals("*") ? "*" : "\"" + version + "\"");
        }
        HttpResponse<String> response = send(request.build(), HttpResponse.BodyHandlers.ofString());
        long answered = System.nanoTime();
        return new Answer(method + " " + path, response.statusCode(), tree(response.body()), answered);
    }

    static String written(Object body) {
        return JSON.writeValueAsString(body);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", "zh-CN");
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failed("interrupted");
        }
    }

    private static JsonNode tree(String body) {
        return body.isBlank() || !body.stripLeading().startsWith("{")
                ? JSON.createObjectNode().put("text", body)
                : JSON.readTree(body);
    }
}
