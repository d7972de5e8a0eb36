package org.lodestone.benchmarks;

import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.HdrHistogram.ConcurrentHistogram;

/** How long something takes that is asked at intended times, counted from those: a slow answer does not slow the next question down. */
record Latency(ConcurrentHistogram micros, int failed) {

    private static final int UNDER_WAY = 64;

    /** @param ask by number; what is asked before the count begins is a warm-up */
    static Latency of(int perSecond, int warmUp, int count, IntConsumer ask) {
        ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(10), 3);
        AtomicInteger failed = new AtomicInteger();
        Semaphore free = new Semaphore(UNDER_WAY);
        long start = System.nanoTime();
        for (int i = 0; i < warmUp + count; i++) {
            long intended = start + i * 1_000_000_000L / perSecond;
            LockSupport.parkNanos(intended - System.nanoTime());
            free.acquireUninterruptibly();
            int number = i;
            Thread.startVirtualThread(() -> {
                try {
                    ask.accept(number);
                    if (number >= warmUp) {
                        micros.recordValue((System.nanoTime() - intended) / 1_000);
                    }
                } catch (RuntimeException e) {
                    failed.incrementAndGet();
                } finally {
                    free.release();
                }
            });
        }
        free.acquireUninterruptibly(UNDER_WAY);
        return new Latency(micros, failed.get());
    }

    double p50() {
        return micros.getValueAtPercentile(50) / 1_000.0;
    }

    double p99() {
        return micros.getValueAtPercentile(99) / 1_000.0;
    }

    Latency print(String name) {
        System.out.printf(
                Locale.ROOT,
                "%-34s p50 %8.2f ms  p90 %8.2f ms  p99 %8.2f ms%s%n",
                name,
                p50(),
                micros.getValueAtPercentile(90) / 1_000.0,
                p99(),
                failed == 0 ? "" : "  " + failed + " failed");
        return this;
    }
}
