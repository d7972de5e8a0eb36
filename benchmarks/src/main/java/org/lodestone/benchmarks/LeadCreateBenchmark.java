package org.lodestone.benchmarks;

import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Leads are created as fast as eight callers get their answers: at the service itself, and at a plain one that does the same work written by
 * hand for this one endpoint. In turns, ours, theirs, theirs, ours, after a round of warm-up each.
 */
final class LeadCreateBenchmark {

    private static final double GATE = 0.8;
    private static final int CALLERS = 8;

    private final long roundNanos;
    private final LeadGenerator leads = new LeadGenerator(LeadLoader.SEED);
    private final AtomicInteger next = new AtomicInteger();

    LeadCreateBenchmark(int seconds) {
        this.roundNanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    /** @param cpuMillis of the service alone, what it does after its answers included */
    private record Round(int created, double seconds, long cpuMillis) {

        Round and(Round other) {
            return new Round(created + other.created, seconds + other.seconds, cpuMillis + other.cpuMillis);
        }

        double rate() {
            return created / seconds;
        }

        double cpu() {
            return (double) cpuMillis / created;
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT, "%-6s %6.0f requests/s, %.2f ms of processor time a request%n", name, rate(), cpu());
        }
    }

    boolean run(LocalStack stack) throws Exception {
        try (PlainPeer peer = new PlainPeer(stack, LocalStack.freePort());
                Api own = new Api(stack.behindTheGateway("leads"), stack.token("officer.yuanqu"));
                Api plain = new Api(peer.ready(), stack.token("officer.yuanqu"))) {
            long pid = stack.pid("leads");
            round(own, "/api/leads", pid);
            round(plain, "/leads", peer.pid());
            Round ours = round(own, "/api/leads", pid);
            Round theirs = round(plain, "/leads", peer.pid());
            theirs = theirs.and(round(plain, "/leads", peer.pid()));
            ours = ours.and(round(own, "/api/leads", pid));
            ours.print("ours");
            theirs.print("plain");
            double rate = ours.rate() / theirs.rate();
            boolean held = rate >= GATE;
            System.out.printf(
                    Locale.ROOT,
                    "ours is %.2f of the plain one in requests/s and %.2f in requests per processor time; gate %.1f: %s%n",
                    rate,
                    theirs.cpu() / ours.cpu(),
                    GATE,
                    held ? "held" : "NOT held");
            return held;
        }
    }

    private Round round(Api api, String path, long pid) throws InterruptedException {
        AtomicInteger created = new AtomicInteger();
        Semaphore ended = new Semaphore(0);
        long cpu = ProcessorTime.millis(pid);
        long start = System.nanoTime();
        for (int i = 0; i < CALLERS; i++) {
            Thread.startVirtualThread(() -> {
                try {
                    while (System.nanoTime() - start < roundNanos) {
                        api.post(path, LeadBody.of(leads.lead(next.getAndIncrement()), LeadLoader.ZONE));
                        created.incrementAndGet();
                    }
                } finally {
                    ended.release();
                }
            });
        }
        ended.acquire(CALLERS);
        double seconds = (System.nanoTime() - start) / 1e9;
        // What was promised to be done afterwards belongs to it.
        TimeUnit.SECONDS.sleep(3);
        return new Round(created.get(), seconds, ProcessorTime.millis(pid) - cpu);
    }
}
