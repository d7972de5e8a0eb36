package org.lodestone.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service behind the gateway: remembers what reached it and answers as its path says. */
final class Backend implements AutoCloseable {

    record Seen(String method, String path, Headers headers) {}

    private final HttpServer server;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> begun = new CompletableFuture<>();
    private final CompletableFuture<Long> taken = new CompletableFuture<>();

    Backend() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Seen> seen() {
        return seen;
    }

    /** The first byte of a document that came through. */
    CompletableFuture<Integer> begun() {
        return begun;
    }

    /** How many bytes the document had. */
    CompletableFuture<Long> taken() {
        return taken;
    }

    private void take(InputStream body) throws IOException {
        begun.complete(body.read());
        taken.complete(1 + body.transferTo(OutputStream.nullOutputStream()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/documents")) {
            take(exchange.getRequestBody());
        }
        exchange.getRequestBody().readAllBytes();
        seen.add(new Seen(exchange.getRequestMethod(), path, exchange.getRequestHeaders()));
        pause(path.endsWith("/slow") ? 2_000 : 0);
        if (path.endsWith("/stream")) {
            stream(exchange);
            return;
        }
        exchange.getResponseHeaders().set("Set-Cookie", "inner=1");
        if (!"GET".equals(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("X-Read-After", "01JD@7");
        }
        byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(path.endsWith("/bad-gateway") ? 502 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** One frame at once, the second only after the reader must have seen the first. */
    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (String frame : List.of("data: first\n\n", "data: second\n\n")) {
            exchange.getResponseBody().write(frame.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            pause(1_000);
        }
        exchange.close();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
