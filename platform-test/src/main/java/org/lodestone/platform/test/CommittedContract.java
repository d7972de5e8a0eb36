package org.lodestone.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** The committed copy of a service's OpenAPI description; a wanted change is written with {@code -Dcontract.write=true}. */
public record CommittedContract(Path file) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public static CommittedContract of(String service) {
        return new CommittedContract(Path.of("..", "docs", "openapi", service + ".json"));
    }

    /** Fails where the running service says otherwise. */
    public void isWhatIsPublishedAt(int port) {
        String published = published(port);
        try {
            if (Boolean.getBoolean("contract.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, published);
            }
            assertThat(published).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To describe itself for the first time may take a cold service longer than a request may. */
    private static String published(int port) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v3/api-docs"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return Awaitility.await("the description")
                    .atMost(PATIENCE)
                    .until(() -> http.send(request, BodyHandlers.ofString()), answer -> answer.statusCode() == 200)
                    .body();
        }
    }
}
