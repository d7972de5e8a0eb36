package org.lodestone.benchmarks;

import java.util.Locale;

/** The whole ledger as a workbook, streamed; the heap alive meanwhile beside that of a small one. */
final class ExportBenchmark {

    private static final double HEAP_GROWTH = 1.25;
    private static final String SMALL = "/api/leads/export.xlsx?channel=AGENT&chain=food";
    private static final String WHOLE = "/api/leads/export.xlsx";

    private final int rows;

    ExportBenchmark(int rows) {
        this.rows = rows;
    }

    boolean run(LocalStack stack) {
        new LeadLoader(stack).load(rows);
        long pid = stack.pid("leads");
        try (Api api = new Api(stack.gateway(), stack.token("manager.yuanqu"))) {
            seconds(api, SMALL);
            double workbook = seconds(api, WHOLE);
            double csv = seconds(api, "/api/leads/export.csv");
            System.out.printf(
                    Locale.ROOT,
                    "%d rows: workbook %.1f s (%.0f rows/s); the same as csv, which is packed by nobody: %.1f s%n",
                    rows,
                    workbook,
                    rows / workbook,
                    csv);
            double few = peak(api, pid, SMALL);
            double many = peak(api, pid, WHOLE);
            boolean flat = many <= few * HEAP_GROWTH;
            System.out.printf(
                    Locale.ROOT,
                    "heap alive at most: %.0f MiB with a few rows, %.0f MiB with all; gate %.2f times: %s%n",
                    few,
                    many,
                    HEAP_GROWTH,
                    flat ? "held" : "NOT held");
            return flat;
        }
    }

    private static double peak(Api api, long pid, String path) {
        try (HeapWatch watch = new HeapWatch(pid)) {
            for (int i = 0; i < 3; i++) {
                seconds(api, path);
            }
            return watch.peakMib();
        }
    }

    private static double seconds(Api api, String path) {
        long start = System.nanoTime();
        var response = api.send(api.request(path).GET());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
