package org.lodestone.benchmarks;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** From a stack with leads and no index to a stack that is ready, which it is only with the whole index. */
final class RebuildBenchmark {

    private static final double GATE_SECONDS = 90;

    private final int count;

    RebuildBenchmark(int count) {
        this.count = count;
    }

    boolean run(LocalStack stack) {
        double seconds = new LeadLoader(stack).load(0, count);
        long shown;
        try (Api api = new Api(stack.gateway(), stack.token("manager.yuanqu"))) {
            JsonNode total = api.get("/api/leads?limit=1").get("total");
            shown = total.get("value").asLong();
        }
        boolean whole = shown >= Math.min(count, 10_000);
        System.out.println("the first list shows " + (whole ? "all" : "only " + shown));
        return held(count, seconds) && whole;
    }

    static boolean held(int count, double seconds) {
        boolean held = seconds <= GATE_SECONDS;
        System.out.printf(
                Locale.ROOT,
                "%d leads: ready after %.1f s with the stack's start, %.0f leads/s; gate %.0f s: %s%n",
                count,
                seconds,
                count / seconds,
                GATE_SECONDS,
                held ? "held" : "NOT held");
        return held;
    }
}
