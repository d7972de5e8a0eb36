package org.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running stack, asked through its own command. */
final class LocalStack {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path command;

    LocalStack(Path command) {
        this.command = command;
    }

    URI gateway() {
        return URI.create(status().path("gateway").asString("http://127.0.0.1:8080"));
    }

    JsonNode status() {
        return JSON.readTree(run("status", "--json"));
    }

    String token(String user) {
        return run("token", user).strip();
    }

    String run(String... words) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(line)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("lodestone " + words[0] + " ended with " + process.exitValue());
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
