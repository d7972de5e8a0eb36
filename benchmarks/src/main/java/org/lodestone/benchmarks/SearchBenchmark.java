package org.lodestone.benchmarks;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.lodestone.benchmarks.LeadGenerator.GeneratedLead;
import tools.jackson.databind.JsonNode;

/**
 * One to eight Chinese characters out of the names of leads, searched at the service itself; beside it a linear scan of the same texts in
 * memory that normalises each in the same way, as is done without an index, and one of texts that were normalised before. What the scan finds
 * the search must find.
 */
final class SearchBenchmark {

    private static final double P99_GATE = 20;
    private static final double TIMES_GATE = 100;
    private static final int LONGEST = 8;
    private static final int PER_SECOND = 20;
    private static final int WARM_UP = 400;
    private static final int ASKED = 1_000;
    private static final int CHECKED = 80;
    private static final int SCANS = 5;
    private static final int PAGE = 200;
    /** Counts stop there. */
    private static final int COUNTED = 10_000;

    private final LeadGenerator leads = new LeadGenerator(LeadLoader.SEED);
    private final int count;

    SearchBenchmark(int count) {
        this.count = count;
    }

    /** Where the leads are loaded already. */
    boolean run(LocalStack stack) {
        List<String> raw = IntStream.range(0, count)
                .mapToObj(leads::lead)
                .map(SearchBenchmark::text)
                .toList();
        List<String> texts = raw.stream().map(SearchBenchmark::plain).toList();
        try (Api api = new Api(stack.behindTheGateway("leads"), stack.token("manager.yuanqu"))) {
            Random random = new Random(count);
            Latency latency = Latency.of(PER_SECOND, WARM_UP, ASKED, _ -> api.get(path(word(random), 20)))
                    .print("search, 1 to 8 characters");
            Checked checked = check(api, texts, random);
            double linear = normalisingScan(raw, random);
            double times = linear / latency.p50();
            boolean held =
                    latency.failed() == 0 && latency.p99() <= P99_GATE && times >= TIMES_GATE && checked.missed() == 0;
            System.out.printf(
                    Locale.ROOT,
                    "%d leads: linear scan %.1f ms, %.0f times the median; of texts normalised before %.1f ms; "
                            + "%d of %d searches missed something%n"
                            + "gate p99 ≤ %.0f ms, ≥ %.0f times, nothing missed: %s%n",
                    count,
                    linear,
                    times,
                    checked.scanMillis(),
                    checked.missed(),
                    CHECKED,
                    P99_GATE,
                    TIMES_GATE,
                    held ? "held" : "NOT held");
            return held;
        }
    }

    private record Checked(double scanMillis, int missed) {}

    private Checked check(Api api, List<String> texts, Random random) {
        int missed = 0;
        long scanned = 0;
        for (int i = 0; i < CHECKED; i++) {
            String word = word(random);
            long start = System.nanoTime();
            List<Integer> found = scan(texts, word);
            scanned += System.nanoTime() - start;
            if (!isFound(api, word, found)) {
                System.out.println("missed: " + word + ", " + found.size() + " leads have it");
                missed++;
            }
        }
        return new Checked(scanned / 1e6 / CHECKED, missed);
    }

    private double normalisingScan(List<String> raw, Random random) {
        long start = System.nanoTime();
        long found = 0;
        for (int i = 0; i < SCANS; i++) {
            String wanted = plain(word(random));
            found += raw.stream().filter(text -> plain(text).contains(wanted)).count();
        }
        if (found == 0) {
            throw new IllegalStateException("No word was found where it was taken from");
        }
        return (System.nanoTime() - start) / 1e6 / SCANS;
    }

    private static List<Integer> scan(List<String> texts, String word) {
        String wanted = plain(word);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).contains(wanted)) {
                found.add(i);
            }
        }
        return found;
    }

    /** By their ids where a page holds them all, else by their number. */
    private static boolean isFound(Api api, String word, List<Integer> scanned) {
        JsonNode page = api.get(path(word, PAGE));
        if (page.get("total").get("value").asLong() < Math.min(scanned.size(), COUNTED)) {
            return false;
        }
        if (page.has("next") && !page.get("next").isNull()) {
            return true;
        }
        Set<String> shown = new HashSet<>();
        page.get("items").forEach(lead -> shown.add(lead.get("id").asString()));
        return scanned.stream().map(LeadLoader::id).allMatch(shown::contains);
    }

    private static String path(String word, int limit) {
        return "/api/leads?limit=" + limit + "&q=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }

    private String word(Random random) {
        String company =
                leads.company(random.nextInt(count)).replaceAll("（.*）", "").replaceAll("\\P{IsHan}", "");
        int length = Math.min(company.length(), 1 + random.nextInt(LONGEST));
        int from = random.nextInt(company.length() - length + 1);
        return company.substring(from, from + length);
    }

    private static String text(GeneratedLead lead) {
        return lead.name() + '\n' + lead.company() + '\n' + lead.content();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
