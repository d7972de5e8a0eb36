package org.lodestone.benchmarks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.lodestone.benchmarks.LeadGenerator.GeneratedLead;

/**
 * What may be the same as a lead, asked of the service itself, for leads here and there; beside it a scan of the same leads in memory for the
 * same credit code, phone or name without its legal form, which finds no near spelling.
 */
final class DuplicateCheckBenchmark {

    private static final double P99_GATE = 20;
    private static final int PER_SECOND = 20;
    private static final int WARM_UP = 400;
    private static final int ASKED = 1_000;
    private static final int SCANS = 20;

    private final LeadGenerator leads = new LeadGenerator(LeadLoader.SEED);
    private final Map<Integer, Latency> measured = new HashMap<>();

    boolean run(LocalStack stack, Growth growth) {
        growth.run(stack, this::ask);
        return held(growth);
    }

    boolean held(Growth growth) {
        Latency most = measured.get(growth.most());
        Latency least = measured.get(growth.least());
        boolean held = most != null && most.p99() <= P99_GATE && most.failed() == 0;
        System.out.printf(
                Locale.ROOT,
                "gate p99 ≤ %.0f ms with %d leads: %s; p50 %.1f times that with %d%n",
                P99_GATE,
                growth.most(),
                held ? "held" : "NOT held",
                most == null || least == null ? 0 : most.p50() / least.p50(),
                growth.least());
        return held;
    }

    void ask(Api api, int count) {
        Random random = new Random(count);
        Latency latency = Latency.of(
                        PER_SECOND,
                        WARM_UP,
                        ASKED,
                        _ -> api.get("/api/leads/" + LeadLoader.id(random.nextInt(count)) + "/duplicates"))
                .print("what may be the same");
        measured.put(count, latency);
        double scan = scan(count);
        System.out.printf(Locale.ROOT, "linear scan %.2f ms, %.1f times the median%n", scan, scan / latency.p50());
    }

    private record Row(String name, String uscc, String phone) {

        static Row of(GeneratedLead lead) {
            return new Row(lead.company().replaceAll("(股份|集团)?有限(责任)?公司$", ""), lead.uscc(), lead.phone());
        }
    }

    private double scan(int count) {
        List<Row> rows = leads.leads(0, count).stream().map(Row::of).toList();
        Random random = new Random(count);
        long found = 0;
        long start = System.nanoTime();
        for (int i = 0; i < SCANS; i++) {
            Row asked = rows.get(random.nextInt(count));
            found += rows.stream()
                    .filter(row ->
                            row.uscc.equals(asked.uscc) || row.phone.equals(asked.phone) || row.name.equals(asked.name))
                    .count();
        }
        double millis = (System.nanoTime() - start) / 1e6 / SCANS;
        if (found < SCANS) {
            throw new IllegalStateException("the scan did not find what it was asked for");
        }
        return millis;
    }
}
