package org.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stack, asked through its own command: the one that runs here, or one of the benchmark's own. */
final class LocalStack {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int UPS_AT_MOST = 8;

    private final Path command;
    private final Map<String, String> environment;

    LocalStack(Path command) {
        this(command, Map.of());
    }

    private LocalStack(Path command, Map<String, String> environment) {
        this.command = command;
        this.environment = environment;
    }

    interface Work {

        boolean on(LocalStack stack) throws Exception;
    }

    /** On an empty stack of its own, which is stopped and removed afterwards: what is loaded is nobody's, and nobody's work is in the way. */
    boolean apart(Work work) throws Exception {
        Path home = Files.createTempDirectory("lodestone-bench");
        LocalStack own = new LocalStack(
                command, Map.of("LODESTONE_HOME", home.toString(), "PORT", Integer.toString(freePort())));
        System.out.println("A stack of its own is started in " + home);
        try {
            own.run("up", "--empty");
            return work.on(own);
        } finally {
            own.run("down");
            delete(home);
        }
    }

    /** Where the command and the sources lie. */
    Path project() {
        return command.resolveSibling("").toAbsolutePath();
    }

    /** Where everything is up, so that a benchmark need not fail in the middle. */
    boolean isUp() {
        try {
            return call("status", "--json").code() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** On the stack that runs here; without one, on one of its own. */
    boolean hereOrApart(Work work) throws Exception {
        return isUp() ? work.on(this) : apart(work);
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
        Ended ended = call(words);
        if (ended.code() != 0) {
            throw new IllegalStateException("lodestone " + words[0] + " ended with " + ended.code());
        }
        return ended.printed();
    }

    /** Starts it, however long that takes: an index of a million leads is built for longer than one {@code up} waits, and the next goes on. */
    void upWithItsIndex() {
        for (int i = 0; i < UPS_AT_MOST; i++) {
            if (call("up", "--empty").code() == 0) {
                return;
            }
        }
        throw new IllegalStateException("the stack does not serve after " + UPS_AT_MOST + " times lodestone up");
    }

    /** The folder in which it keeps what is called so, e.g. {@code index-leads}. */
    Path data(String name) {
        return Path.of(status().get("home").asString()).resolve("data").resolve(name);
    }

    long pid(String process) {
        return process(process).get("pid").asLong();
    }

    int port(String process) {
        return process(process).get("port").asInt();
    }

    /** A service itself, where the gateway's limits for one person would be measured. */
    URI behindTheGateway(String service) {
        return URI.create("http://127.0.0.1:" + port(service));
    }

    private JsonNode process(String name) {
        for (JsonNode each : status().get("processes")) {
            if (each.path("name").asString("").equals(name)) {
                return each;
            }
        }
        throw new IllegalStateException("the stack has no process " + name);
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Ended(int code, String printed) {}

    private Ended call(String... words) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
