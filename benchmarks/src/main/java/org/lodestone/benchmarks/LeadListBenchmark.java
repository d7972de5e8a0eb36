package org.lodestone.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Lists of leads as the page asks for them; beside them a scan of the same leads in memory that filters, sorts and cuts a page. */
final class LeadListBenchmark {

    private static final double GROWTH_GATE = 1.5;
    private static final int PER_SECOND = 20;
    private static final int WARM_UP = 200;
    private static final int ASKED = 400;
    private static final int PAGE = 1_000;
    private static final int SCANS = 5;

    private static final Set<String> CHANNELS = Set.of("AGENT", "EVENT", "VISIT", "REFERRAL");
    private static final Set<String> CHAINS = Set.of("food", "magnesium", "equipment");

    /** Each fills its page with a thousand leads, too: a page of four rows would be compared with one of fifty. */
    private static final Map<String, String> LISTS = Map.of(
            "first page", "/api/leads?limit=50",
            "three filters",
                    "/api/leads?limit=50&state=NEW,DROPPED&channel=" + String.join(",", CHANNELS) + "&chain="
                            + String.join(",", CHAINS),
            "sorted by amount", "/api/leads?limit=50&sort=-amount");

    private final LeadGenerator leads = new LeadGenerator(LeadLoader.SEED);
    private final Map<String, Map<Integer, Latency>> measured = new LinkedHashMap<>();

    boolean run(LocalStack stack, Growth growth) {
        growth.run(stack, this::ask);
        return held(growth);
    }

    boolean held(Growth growth) {
        boolean held = true;
        for (Map.Entry<String, Map<Integer, Latency>> list : measured.entrySet()) {
            Latency least = list.getValue().get(growth.least());
            Latency most = list.getValue().get(growth.most());
            double times = least == null || most == null ? Double.NaN : most.p50() / least.p50();
            boolean flat = times <= GROWTH_GATE;
            held &= flat;
            System.out.printf(
                    Locale.ROOT,
                    "%-20s p50 with %d leads is %.2f times that with %d, gate %.1f: %s%n",
                    list.getKey(),
                    growth.most(),
                    times,
                    growth.least(),
                    GROWTH_GATE,
                    flat ? "held" : "NOT held");
        }
        return held;
    }

    void ask(Api api, int count) {
        LISTS.forEach((name, path) -> ask(api, count, name, path));
        ask(api, count, "page " + PAGE, page(api));
        System.out.printf(Locale.ROOT, "linear scan, three filters: %.2f ms%n", scan(count));
    }

    private void ask(Api api, int count, String name, String path) {
        System.out.println(name + ": " + api.get(path).get("items").size() + " rows");
        Latency latency =
                Latency.of(PER_SECOND, WARM_UP, ASKED, _ -> api.get(path)).print(name);
        measured.computeIfAbsent(name, _ -> new LinkedHashMap<>()).put(count, latency);
    }

    /** By the cursors of the pages before it; pages of one, so that a thousand leads have a thousand. */
    private static String page(Api api) {
        String path = "/api/leads?limit=1";
        JsonNode page = api.get(path);
        for (int i = 2; i < PAGE; i++) {
            page = api.get(path + "&cursor=" + page.get("next").asString());
        }
        return path + "&cursor=" + page.get("next").asString();
    }

    private double scan(int count) {
        List<LeadGenerator.GeneratedLead> all = leads.leads(0, count);
        long start = System.nanoTime();
        for (int i = 0; i < SCANS; i++) {
            var _ = all.stream()
                    .filter(lead -> CHANNELS.contains(lead.channel()) && CHAINS.contains(lead.chain()))
                    .sorted(java.util.Comparator.comparing(LeadGenerator.GeneratedLead::receivedOn))
                    .limit(50)
                    .toList();
        }
        return (System.nanoTime() - start) / 1e6 / SCANS;
    }
}
