package org.lodestone.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A ledger goes into a zone that has many leads already: sent, previewed with every row looked up for duplicates, run. Beside it, the same
 * kind of rows as whoever has no import would bring them: one by one through the API.
 */
final class ImportBenchmark {

    private static final long GATE_SECONDS = 60;
    private static final int GATE_ROWS = 10_000;
    private static final double HEAP_GROWTH = 1.25;
    private static final int FEW = 1_000;
    private static final int ONE_BY_ONE = 500;
    private static final int AT_ONCE = 8;
    private static final byte[] RUN = "{\"duplicates\":\"create\"}".getBytes(StandardCharsets.UTF_8);

    private final int rows;
    private final int existing;
    private final LeadGenerator leads = new LeadGenerator(LeadLoader.SEED);
    private int next;

    ImportBenchmark(int rows, int existing) {
        this.rows = rows;
        this.existing = existing;
        this.next = Math.max(existing, 200_000);
    }

    boolean run(LocalStack stack) {
        if (existing > 0) {
            new LeadLoader(stack).load(existing);
        }
        try (Api api = new Api(stack.gateway(), stack.token("manager.yuanqu"))) {
            brought(api, FEW);
            quiet(api);
            ProcessorTime before = ProcessorTime.of(stack);
            double seconds = brought(api, rows);
            ProcessorTime.of(stack).printSince(before, rows, "row");
            quiet(api);
            double single = oneByOne(api);
            System.out.printf(
                    Locale.ROOT,
                    "one by one through the API, %d at once: %.0f rows/s; imported: %.0f rows/s, %.1f times as many%n",
                    AT_ONCE,
                    single,
                    rows / seconds,
                    rows / seconds / single);
            quiet(api);
            boolean flat = flat(stack, api);
            double allowed = (double) GATE_SECONDS * rows / GATE_ROWS;
            System.out.printf(
                    Locale.ROOT,
                    "gate %d rows in ≤ %.0f s: %s; heap flat: %s%n",
                    rows,
                    allowed,
                    seconds <= allowed ? "held" : "NOT held",
                    flat ? "held" : "NOT held");
            return seconds <= allowed && flat;
        }
    }

    /** Seconds of preview and run together. */
    private double brought(Api api, int count) {
        byte[] file = Ledger.csv(leads.leads(next, count));
        next += count;
        long sent = System.nanoTime();
        String import_ = "/api/leads/imports/"
                + api.upload("/api/leads/imports?zone=" + LeadLoader.ZONE, "ledger.csv", file)
                        .get("id")
                        .asString();
        JsonNode previewed = reached(api, import_, "PREVIEWED");
        long ran = System.nanoTime();
        api.post(import_ + "/run", RUN);
        JsonNode done = reached(api, import_, "DONE");
        long end = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "%d rows into %d leads: preview %.1f s, run %.1f s; %s%n",
                count,
                existing,
                (ran - sent) / 1e9,
                (end - ran) / 1e9,
                done.get("counts"));
        int written = done.get("counts").get("created").asInt();
        if (written + previewed.get("counts").get("refuse").asInt() != count) {
            throw new IllegalStateException("of " + count + " rows " + written + " were written");
        }
        return (end - sent) / 1e9;
    }

    private static JsonNode reached(Api api, String path, String state) {
        while (true) {
            JsonNode now = looked(api, path);
            String is = now.path("state").asString("");
            if (is.equals(state)) {
                return now;
            }
            if (is.equals("FAILED")) {
                throw new IllegalStateException("the import failed: " + now);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static JsonNode looked(Api api, String path) {
        try {
            return api.get(path);
        } catch (Api.Busy e) {
            return MissingNode.getInstance();
        }
    }

    private double oneByOne(Api api) {
        Semaphore free = new Semaphore(AT_ONCE);
        AtomicInteger failed = new AtomicInteger();
        long start = System.nanoTime();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            byte[] body = LeadBody.of(leads.lead(next++), LeadLoader.ZONE);
            free.acquireUninterruptibly();
            Thread.startVirtualThread(() -> {
                try {
                    api.post("/api/leads", body);
                } catch (RuntimeException e) {
                    failed.incrementAndGet();
                } finally {
                    free.release();
                }
            });
        }
        free.acquireUninterruptibly(AT_ONCE);
        if (failed.get() > 0) {
            System.out.println(failed.get() + " of them failed");
        }
        return ONE_BY_ONE * 1e9 / (System.nanoTime() - start);
    }

    /** What is still alive after a collection, at the most, in an import of few rows and in one of all. */
    private boolean flat(LocalStack stack, Api api) {
        long pid = stack.pid("leads");
        double few;
        double many;
        try (HeapWatch watch = new HeapWatch(pid)) {
            brought(api, FEW);
            few = watch.peakMib();
        }
        try (HeapWatch watch = new HeapWatch(pid)) {
            brought(api, rows);
            many = watch.peakMib();
        }
        System.out.printf(
                Locale.ROOT,
                "heap alive at most: %.0f MiB with %d rows, %.0f MiB with %d (at most %.2f times)%n",
                few,
                FEW,
                many,
                rows,
                HEAP_GROWTH);
        return many <= few * HEAP_GROWTH;
    }

    /** What was written is published and indexed before the next is measured. */
    private static void quiet(Api api) {
        api.get("/api/leads?limit=1");
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
    }
}
