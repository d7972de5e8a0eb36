package org.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What each process of a stack has used of the processors so far, as the kernel counts it. */
record ProcessorTime(Map<String, Long> millis) {

    private static final int TICKS_PER_SECOND = 100;

    static ProcessorTime of(LocalStack stack) {
        Map<String, Long> millis = new LinkedHashMap<>();
        for (JsonNode process : stack.status().get("processes")) {
            millis.put(process.get("name").asString(), millis(process.get("pid").asLong()));
        }
        return new ProcessorTime(millis);
    }

    /** Of one process; user and system time are the 14th and 15th field, counted behind the name in brackets. */
    static long millis(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1_000 / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void printSince(ProcessorTime before, int pieces, String unit) {
        StringBuilder line = new StringBuilder("processor time per " + unit + ":");
        double all = 0;
        for (Map.Entry<String, Long> process : millis.entrySet()) {
            double used = (double) (process.getValue() - before.millis.getOrDefault(process.getKey(), 0L)) / pieces;
            all += used;
            line.append(String.format(Locale.ROOT, " %s %.2f ms,", process.getKey(), used));
        }
        System.out.printf(Locale.ROOT, "%s all %.2f ms%n", line, all);
    }
}
