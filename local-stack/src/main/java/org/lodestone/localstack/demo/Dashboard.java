package org.lodestone.localstack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subscriber of the event stream that takes up again where it was cut off. */
final class Dashboard implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A frame, and when it came, in {@link System#nanoTime}. */
    record Frame(String event, JsonNode data, long atNanos) {

        String subject() {
            return data.path("subject").asString("");
        }

        long sequence() {
            return Long.parseLong(data.path("sequence").asString("0"));
        }
    }

    private final Api api;
    private final List<Frame> frames = new ArrayList<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Thread reader = Thread.ofVirtual().unstarted(this::read);
    private volatile boolean closed;
    private volatile String lost = "no answer";
    private @Nullable String lastEventId;
    private int cuts;

    Dashboard(Api api) {
        this.api = api;
    }

    /** Returns when the stream is open. */
    Dashboard start() throws InterruptedException {
        reader.start();
        if (!open.await(60, TimeUnit.SECONDS)) {
            throw new Failed("the event stream did not open within a minute: " + lost);
        }
        return this;
    }

    synchronized List<Frame> of(String subject) {
        return frames.stream().filter(frame -> frame.subject().equals(subject)).toList();
    }

    synchronized boolean wasReset() {
        return frames.stream().anyMatch(frame -> frame.event().equals("stream.reset"));
    }

    synchronized int cuts() {
        return cuts;
    }

    private void read() {
        while (!closed) {
            try {
                connect();
            } catch (IOException | UncheckedIOException e) {
                lost = e.toString();
            }
            if (!closed) {
                Pause.millis(200);
            }
        }
    }

    private synchronized void cut() {
        cuts++;
    }

    private void connect() throws IOException {
        HttpRequest.Builder request = api.request("/api/streams/events").header("Accept", "text/event-stream");
        @Nullable String resume = lastEventId();
        if (resume != null) {
            request.header("Last-Event-ID", resume);
        }
        HttpResponse<Stream<String>> response = api.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() == 200) {
                Reading reading = new Reading();
                try {
                    lines.forEach(reading::line);
                } finally {
                    cut();
                }
            }
        }
    }

    private synchronized @Nullable String lastEventId() {
        return lastEventId;
    }

    private synchronized void take(@Nullable String id, @Nullable String event, String data) {
        if (id != null) {
            lastEventId = id;
        }
        if (!data.isEmpty()) {
            frames.add(new Frame(event == null ? "message" : event, JSON.readTree(data), System.nanoTime()));
        }
    }

    /** Puts lines together to frames; an id alone moves the position. */
    private final class Reading {

        private @Nullable String id;
        private @Nullable String event;
        private final StringBuilder data = new StringBuilder();

        private void line(String line) {
            open.countDown();
            if (line.isEmpty()) {
                take(id, event, data.toString());
                id = null;
                event = null;
                data.setLength(0);
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).stripLeading());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }
}
