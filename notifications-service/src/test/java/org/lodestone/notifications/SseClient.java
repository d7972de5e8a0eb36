package org.lodestone.notifications;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client of the streams that keeps every frame, and knows nothing of the service but its HTTP. */
final class SseClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final InputStream body;
    private final HttpResponse<InputStream> response;
    private final List<Frame> frames = new ArrayList<>();
    private boolean ended;

    /** @param at when it was read, as of {@link System#nanoTime} */
    record Frame(
            @Nullable String id,
            @Nullable String event,
            @Nullable String data,
            String text,
            long at) {

        boolean is(String type) {
            return type.equals(event);
        }

        String payload() {
            return data == null ? "" : data;
        }
    }

    private SseClient(HttpResponse<InputStream> response) {
        this.response = response;
        this.body = response.body();
    }

    static SseClient open(String uri, String token, @Nullable String lastEventId) {
        return stalled(uri, token, lastEventId).reading();
    }

    /** Connected, and takes nothing from the connection until it is {@link #reading}. */
    static SseClient stalled(String uri, String token, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + token);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            return new SseClient(HTTP.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    SseClient reading() {
        Thread.ofPlatform().daemon().start(this::read);
        return this;
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            List<String> frame = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    add(frame);
                    frame.clear();
                } else {
                    frame.add(line);
                }
            }
        } catch (IOException closed) {
            // Ended by one side or the other; the frames so far are what matters.
        }
        synchronized (frames) {
            ended = true;
            frames.notifyAll();
        }
    }

    private void add(List<String> lines) {
        Frame frame = new Frame(
                field(lines, "id: "),
                field(lines, "event: "),
                field(lines, "data: "),
                String.join("\n", lines),
                System.nanoTime());
        synchronized (frames) {
            frames.add(frame);
            frames.notifyAll();
        }
    }

    private static @Nullable String field(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse(null);
    }

    List<Frame> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /** Data of the frames that mention the text. */
    List<Frame> about(String text) {
        return frames().stream().filter(frame -> frame.payload().contains(text)).toList();
    }

    Frame await(Predicate<Frame> condition) throws InterruptedException {
        return awaitCount(1, condition).getFirst();
    }

    List<Frame> awaitCount(int count, Predicate<Frame> condition) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            while (true) {
                List<Frame> found = frames.stream().filter(condition).toList();
                if (found.size() >= count) {
                    return found;
                }
                if (ended || System.nanoTime() > giveUp) {
                    throw new AssertionError(found.size() + " of " + count + " frames came"
                            + (ended ? " before the end" : "") + ": " + frames);
                }
                frames.wait(100);
            }
        }
    }

    void awaitEnd() throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            while (!ended) {
                if (System.nanoTime() > giveUp) {
                    throw new AssertionError("the stream did not end");
                }
                frames.wait(100);
            }
        }
    }

    /** The position of the newest frame that has one. */
    String lastId() {
        return frames().reversed().stream()
                .map(Frame::id)
                .filter(id -> id != null)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
