package org.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fifty writes a second at intended times (an open model: a slow answer does not slow the next question down) and one subscriber, both
 * through the gateway. Two figures: from the answer of the write to its frame, and from the intended time to its frame.
 */
final class EndToEndBenchmark {

    private static final int PER_SECOND = 50;
    /** A compiler that has seen nothing yet is not what is measured; the rate climbs to the full one meanwhile. */
    private static final int WARM_UP_SECONDS = 60;

    private static final long P50_GATE = 15;
    private static final long P99_GATE = 80;

    private final LocalStack stack;
    private final int seconds;
    private final JsonMapper json = new JsonMapper();
    private final LeadGenerator leads = new LeadGenerator(System.nanoTime());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, CompletableFuture<Long>> frames = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Map<String, Integer> failuresInWarmUp = new ConcurrentHashMap<>();
    private final ConcurrentHistogram answerToFrame = new ConcurrentHistogram(60_000_000L, 3);
    private final ConcurrentHistogram intendedToFrame = new ConcurrentHistogram(60_000_000L, 3);
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private volatile boolean ended;

    EndToEndBenchmark(LocalStack stack, int seconds) {
        this.stack = stack;
        this.seconds = seconds;
    }

    boolean run() throws InterruptedException {
        URI gateway = stack.gateway();
        Thread.ofPlatform().daemon().start(() -> subscribe(gateway, stack.token("viewer")));
        subscribed.await();
        String token = stack.token("officer.yuanqu");
        int warmUp = WARM_UP_SECONDS * PER_SECOND / 2;
        int writes = warmUp + seconds * PER_SECOND;
        CountDownLatch done = new CountDownLatch(writes);
        long start = System.nanoTime();
        for (int i = 0; i < writes; i++) {
            long intended = start + (long) (1e9 * moment(i, warmUp));
            LockSupport.parkNanos(intended - System.nanoTime());
            boolean counted = i >= warmUp;
            int number = i;
            Thread.startVirtualThread(() -> {
                write(gateway, token, number, intended, counted);
                done.countDown();
            });
        }
        done.await();
        ended = true;
        return report();
    }

    /** Seconds after the start: the rate climbs evenly from nothing to the full one, and stays there. */
    private static double moment(int write, int warmUp) {
        return write < warmUp
                ? WARM_UP_SECONDS * Math.sqrt((double) write / warmUp)
                : WARM_UP_SECONDS + (double) (write - warmUp) / PER_SECOND;
    }

    private void write(URI gateway, String token, int number, long intended, boolean counted) {
        byte[] body = LeadBody.of(leads.lead(number), "140827");
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/leads"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            long answered = System.nanoTime();
            if (response.statusCode() != 201) {
                failed(counted, "status " + response.statusCode());
                return;
            }
            String id = json.readTree(response.body()).get("id").asString();
            long framed = frame(id).get(20, TimeUnit.SECONDS);
            if (counted) {
                record(intended, answered, framed);
            }
        } catch (IOException e) {
            failed(counted, e.getClass().getSimpleName());
        } catch (TimeoutException e) {
            failed(counted, "no frame");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A frame that came before the answer counts as no time at all. */
    private void record(long intended, long answered, long framed) {
        answerToFrame.recordValue(Math.max(0, (framed - answered) / 1_000));
        intendedToFrame.recordValue(Math.max(0, (framed - intended) / 1_000));
    }

    private CompletableFuture<Long> frame(String id) {
        return frames.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    private void failed(boolean counted, String how) {
        (counted ? failures : failuresInWarmUp).merge(how, 1, Integer::sum);
    }

    private void subscribe(URI gateway, String token) {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/streams/events?type=lead.captured.v1"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        try {
            HttpResponse<Stream<String>> response = http.send(request, BodyHandlers.ofLines());
            subscribed.countDown();
            response.body().filter(line -> line.startsWith("data:")).forEach(line -> {
                long now = System.nanoTime();
                String subject =
                        json.readTree(line.substring(5)).path("subject").asString("");
                frame(subject).complete(now);
            });
        } catch (UncheckedIOException e) {
            // A stack of its own is stopped under it.
            if (!ended) {
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean report() {
        System.out.printf(
                "%d writes/s for %d s after %d s of warm-up; failures %s, in the warm-up %s%n",
                PER_SECOND, seconds, WARM_UP_SECONDS, failures, failuresInWarmUp);
        print("answer → frame", answerToFrame);
        print("intended → frame", intendedToFrame);
        boolean held = failures.isEmpty()
                && answerToFrame.getValueAtPercentile(50) <= P50_GATE * 1_000
                && answerToFrame.getValueAtPercentile(99) <= P99_GATE * 1_000;
        System.out.printf(
                "gate p50 ≤ %d ms, p99 ≤ %d ms (answer → frame): %s%n", P50_GATE, P99_GATE, held ? "held" : "NOT held");
        return held;
    }

    private static void print(String name, ConcurrentHistogram histogram) {
        System.out.printf(
                "%-18s p50 %.1f ms  p90 %.1f ms  p99 %.1f ms  max %.1f ms%n",
                name,
                histogram.getValueAtPercentile(50) / 1_000.0,
                histogram.getValueAtPercentile(90) / 1_000.0,
                histogram.getValueAtPercentile(99) / 1_000.0,
                histogram.getMaxValue() / 1_000.0);
    }
}
