package org.lodestone.localstack.supervisor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How everything is at this moment. */
final class Status {

    private record Line(
            String name,
            @Nullable Long pid,
            int port,
            long memoryMb,
            String health,
            @Nullable Long readyMillis) {}

    private final Stack stack;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Status(Stack stack) {
        this.stack = stack;
    }

    /** Returns whether everything is well. */
    boolean print(boolean asJson) {
        List<Line> lines = lines();
        System.out.println(asJson ? json(lines) : table(lines));
        return lines.stream().allMatch(line -> line.health().equals("UP"));
    }

    private String json(List<Line> lines) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("gateway", stack.gateway());
        status.put("mailViewer", stack.mailViewer());
        status.put("home", stack.home().path().toString());
        status.putAll(new java.util.TreeMap<>(stack.infrastructure().inWords()));
        status.put("bootstrapServers", stack.bootstrapServers());
        status.put("processes", lines);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(status);
    }

    private String table(List<Line> lines) {
        StringBuilder table =
                new StringBuilder("%-14s %8s %6s %8s  %s%n".formatted("name", "pid", "port", "memory", "health"));
        for (Line line : lines) {
            table.append("%-14s %8s %6s %8s  %s%n"
                    .formatted(
                            line.name(),
                            line.pid() == null ? "-" : line.pid().toString(),
                            line.port() == 0 ? "-" : Integer.toString(line.port()),
                            line.pid() == null ? "-" : line.memoryMb() + " MB",
                            line.health()));
        }
        stack.infrastructure().inWords().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> table.append("%-14s %s%n".formatted(each.getKey(), each.getValue())));
        return table + "gateway        " + stack.gateway();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        Optional<ProcessHandle> supervisor = new Processes(stack.home()).supervisor();
        lines.add(line(Supervisor.NAME, 0, supervisor, supervisor.isPresent() ? "UP" : "DOWN", null));
        for (ChildSpec child : stack.children()) {
            Optional<ProcessHandle> process = Pid.alive(stack.home().pidFile(child.name()));
            Optional<Long> ready = new Processes(stack.home()).readyMillis(child);
            String health = health(child, process.isPresent(), ready.isPresent());
            lines.add(line(child.name(), child.port(), process, health, ready.orElse(null)));
        }
        return lines;
    }

    private static Line line(
            String name, int port, Optional<ProcessHandle> process, String health, @Nullable Long readyMillis) {
        Long pid = process.map(ProcessHandle::pid).orElse(null);
        return new Line(name, pid, port, pid == null ? 0 : residentMb(pid), health, readyMillis);
    }

    private String health(ChildSpec child, boolean alive, boolean ready) {
        if (!alive) {
            return "DOWN";
        }
        if (child.readiness() == null) {
            return ready ? "UP" : "STARTING";
        }
        return serves(child.readiness()) ? "UP" : ready ? "UNWELL" : "STARTING";
    }

    private boolean serves(URI readiness) {
        try {
            HttpRequest request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** As ps counts it: that exists wherever a shell does. */
    private static long residentMb(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String printed = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return printed.matches("\\d+") ? Long.parseLong(printed) / 1024 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
