package org.lodestone.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A dashboard on the event stream: reconnects for ever with the last id it saw, and keeps every frame. */
final class Dashboard implements AutoCloseable {

    record Frame(String id, String event, JsonNode data) {

        String source() {
            return data.path("source").asString("");
        }

        long sequence() {
            return Long.parseLong(data.path("sequence").asString("0"));
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final Stack stack;
    private final String user;
    private final String path;
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile boolean open = true;
    private volatile boolean connected;
    private volatile @Nullable String lastId;

    Dashboard(Stack stack, String user, String path, @Nullable String lastId) {
        this.stack = stack;
        this.user = user;
        this.path = path;
        this.lastId = lastId;
        reader = Thread.ofPlatform().daemon().name("dashboard").start(this::readForEver);
    }

    static Dashboard live(Stack stack, String user) {
        Dashboard dashboard = new Dashboard(stack, user, "/api/streams/events", null);
        Stack.await(
                "the stream opened",
                Duration.ofSeconds(30),
                () -> dashboard.lastId == null ? java.util.Optional.empty() : java.util.Optional.of(true));
        return dashboard;
    }

    List<Frame> frames() {
        return frames;
    }

    List<Frame> of(String source) {
        return frames.stream().filter(frame -> frame.source().equals(source)).toList();
    }

    @Nullable
    String lastId() {
        return lastId;
    }

    private void readForEver() {
        while (open) {
            try (HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(2))
                    .build()) {
                read(http);
            } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
                connected = false;
            } catch (InterruptedException e) {
                return;
            }
            Stack.pause(Duration.ofMillis(200));
        }
    }

    private void read(HttpClient http) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stack.gateway().resolve(path))
                .header("Authorization", "Bearer " + stack.token(user))
                .header("Accept", "text/event-stream");
        String last = lastId;
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        HttpResponse<Stream<String>> response = http.send(request.GET().build(), BodyHandlers.ofLines());
        connected = response.statusCode() == 200;
        if (!connected) {
            response.body().close();
            return;
        }
        Block block = new Block();
        try (Stream<String> lines = response.body()) {
            lines.takeWhile(line -> open).forEach(line -> take(block, line));
        }
    }

    private void take(Block block, String line) {
        if (!line.isEmpty()) {
            block.add(line);
            return;
        }
        if (!block.event.isEmpty() && !block.data.isEmpty()) {
            frames.add(new Frame(block.id, block.event, JSON.readTree(block.data)));
        }
        if (!block.id.isEmpty()) {
            lastId = block.id;
        }
        block.clear();
    }

    @Override
    public void close() {
        open = false;
        reader.interrupt();
    }

    private static final class Block {
        private String id = "";
        private String event = "";
        private String data = "";

        void add(String line) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data = data + line.substring(5).strip();
            }
        }

        void clear() {
            id = "";
            event = "";
            data = "";
        }
    }
}
