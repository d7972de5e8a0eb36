package org.lodestone.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Resident memory of every process of the idle stack, as the kernel counts it. */
final class MemoryBenchmark {

    private static final double GATE_GIB = 2.3;

    private final LocalStack stack;

    MemoryBenchmark(LocalStack stack) {
        this.stack = stack;
    }

    boolean run() throws IOException {
        double sum = 0;
        for (JsonNode process : stack.status().get("processes")) {
            double mib = residentMib(process.get("pid").asLong());
            sum += mib;
            System.out.printf(
                    Locale.ROOT, "%-16s %8.1f MiB%n", process.get("name").asString(), mib);
        }
        boolean held = sum / 1024 <= GATE_GIB;
        System.out.printf(
                Locale.ROOT, "%-16s %8.1f MiB, gate %.1f GiB: %s%n", "all", sum, GATE_GIB, held ? "held" : "NOT held");
        return held;
    }

    private static double residentMib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
