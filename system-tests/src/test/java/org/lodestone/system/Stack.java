package org.lodestone.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole product, started once per test run by {@code ./lodestone up} in a folder of its own, on free ports, and taken down at the end.
 */
final class Stack {

    static final Path ROOT = root();

    private static final JsonMapper JSON = new JsonMapper();
    private static @Nullable Stack running;

    private final Path home;
    private final int port;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    private Stack(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static synchronized Stack up() {
        if (running == null) {
            Stack stack = new Stack(temporary(), freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(stack::down));
            stack.command(Duration.ofMinutes(6), "up", "--empty");
            running = stack;
        }
        return running;
    }

    URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A Bearer token as a person at the command line gets one. */
    String token(String user) {
        return tokens.computeIfAbsent(
                user, name -> command(Duration.ofMinutes(1), "token", name).strip());
    }

    /** Processes by name, each with its pid. */
    Map<String, Long> processes() {
        Map<String, Long> pids = new ConcurrentHashMap<>();
        JsonNode status = JSON.readTree(command(Duration.ofMinutes(1), "status", "--json"));
        status.get("processes")
                .forEach(child ->
                        pids.put(child.get("name").asString(), child.get("pid").asLong()));
        return pids;
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    void kill(String name) {
        Long pid = processes().get(name);
        if (pid == null) {
            throw new IllegalStateException("no process named " + name);
        }
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    String command(Duration limit, String... words) {
        List<String> line = new ArrayList<>(List.of(ROOT.resolve("lodestone").toString()));
        line.addAll(Arrays.asList(words));
        Path output = home.resolve("command-" + words[0] + "-" + System.nanoTime() + ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(ROOT.toFile())
                    .redirectError(home.resolve("command.err").toFile())
                    .redirectOutput(output.toFile());
            builder.environment().put("LODESTONE_HOME", home.resolve("data").toString());
            builder.environment().put("PORT", Integer.toString(port));
            // Whoever is asked about a person waits for what they may not have heard yet; here they have, long before.
            builder.environment().put("LODESTONE_FORGETTING_HEARD", "3s");
            Process process = builder.start();
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("lodestone " + words[0] + " took more than " + limit);
            }
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IllegalStateException("lodestone " + String.join(" ", words) + " ended with "
                        + process.exitValue() + ":\n" + printed + Files.readString(home.resolve("command.err")));
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void down() {
        command(Duration.ofMinutes(2), "down");
    }

    /** Asks until it holds; what does not hold in time fails with its last answer. */
    static <T> T await(String what, Duration limit, java.util.function.Supplier<java.util.Optional<T>> ask) {
        Instant end = Instant.now().plus(limit);
        while (Instant.now().isBefore(end)) {
            java.util.Optional<T> answer = ask.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            pause(Duration.ofMillis(200));
        }
        throw new AssertionError(what + " did not happen within " + limit);
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        Path parent = here.getParent();
        return Files.exists(here.resolve("lodestone")) || parent == null ? here : parent;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("lodestone-system");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
