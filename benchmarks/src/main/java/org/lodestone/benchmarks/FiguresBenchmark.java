package org.lodestone.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/**
 * A manager's figures through the gateway, over as many leads as were loaded: asked again while nothing changes, and asked after a write
 * that the answer must contain.
 */
final class FiguresBenchmark {

    private static final double UNCHANGED_GATE_MS = 5;
    private static final double CHANGED_GATE_MS = 100;

    private static final int WARM_UP = 30;
    private static final int UNCHANGED = 100;
    private static final int CHANGED = 30;
    /** A person and a wall ask now and then; the gateway's limit is not what is measured. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final List<String> QUESTIONS = List.of(
            "conversion-rate?by=channel&from=2026-01-01&to=2026-12-31",
            "conversion-rate?by=owner",
            "intake?by=state&asOf=2026-06-30",
            "response-compliance?by=channel",
            "win-rate?by=chain&asOf=2026-06-30",
            "lost-reasons",
            "dwell?asOf=2026-06-30");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI gateway;
    private final String token;

    FiguresBenchmark(LocalStack stack) {
        this.gateway = stack.gateway();
        this.token = stack.token("manager.yuanqu");
    }

    boolean run() throws IOException, InterruptedException {
        String lead = lead();
        String path = "/api/leads/" + lead + "/follow-ups";
        long leads = count();
        boolean held = true;
        for (String question : QUESTIONS) {
            for (int i = 0; i < WARM_UP; i++) {
                ask(question, write(path));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            Histogram changed = new Histogram(LONGEST_NANOS, 3);
            for (int i = 0; i < CHANGED; i++) {
                String written = write(path);
                changed.recordValue(ask(question, written));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            Histogram unchanged = new Histogram(LONGEST_NANOS, 3);
            for (int i = 0; i < UNCHANGED; i++) {
                unchanged.recordValue(ask(question, ""));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            held &= told(leads, question, unchanged, changed);
        }
        return held;
    }

    private static boolean told(long leads, String question, Histogram unchanged, Histogram changed) {
        double same = millis(unchanged, 50);
        double anew = millis(changed, 50);
        boolean held = same <= UNCHANGED_GATE_MS && anew <= CHANGED_GATE_MS;
        System.out.printf(
                Locale.ROOT,
                "%d leads, %s: unchanged p50 %.1f ms p99 %.1f ms, changed p50 %.1f ms p99 %.1f ms: %s%n",
                leads,
                question,
                same,
                millis(unchanged, 99),
                anew,
                millis(changed, 99),
                held ? "held" : "NOT HELD");
        return held;
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1e6;
    }

    private long ask(String question, String readAfter) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpRequest.Builder request = request("/api/figures/leads/" + question).GET();
        if (!readAfter.isEmpty()) {
            request.header("X-Read-After", readAfter);
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        long taken = System.nanoTime() - start;
        checked(answer, 200);
        return taken;
    }

    /** @return what a reader of it gives as X-Read-After */
    private String write(String path) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .POST(BodyPublishers.ofString("{\"kind\":\"CALL\",\"summary\":\"又谈了一次\"}"))
                .build();
        HttpResponse<String> answer = checked(http.send(request, BodyHandlers.ofString()), 201);
        return answer.headers().firstValue("X-Read-After").orElse("");
    }

    private String lead() throws IOException, InterruptedException {
        byte[] body = LeadBody.of(new LeadGenerator(System.nanoTime()).lead(1), LeadLoader.ZONE);
        HttpRequest request =
                request("/api/leads").POST(BodyPublishers.ofByteArray(body)).build();
        HttpResponse<String> answer = checked(http.send(request, BodyHandlers.ofString()), 201);
        return json.readTree(answer.body()).path("id").asString();
    }

    private long count() throws IOException, InterruptedException {
        HttpRequest request = request("/api/figures/leads/intake").GET().build();
        String body = checked(http.send(request, BodyHandlers.ofString()), 200).body();
        return json.readTree(body).at("/total/denominator/value").asLong();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer, int status) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
