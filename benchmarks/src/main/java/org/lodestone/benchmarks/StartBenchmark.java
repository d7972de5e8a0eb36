package org.lodestone.benchmarks;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** From {@code up} on a built tree to ready, and from the start of each process to its readiness. */
final class StartBenchmark {

    private static final Duration GATE = Duration.ofSeconds(45);

    private final LocalStack stack;

    StartBenchmark(LocalStack stack) {
        this.stack = stack;
    }

    boolean run() {
        stack.run("down");
        Instant start = Instant.now();
        stack.run("up", "--empty");
        Duration took = Duration.between(start, Instant.now());
        for (JsonNode process : stack.status().get("processes")) {
            System.out.printf(
                    "%-16s %6s ms from exec to ready%n",
                    process.get("name").asString(), process.path("readyMillis").asString("?"));
        }
        boolean held = took.compareTo(GATE) <= 0;
        System.out.printf(
                "up              %6d ms, gate %d ms: %s%n",
                took.toMillis(), GATE.toMillis(), held ? "held" : "NOT held");
        return held;
    }
}
