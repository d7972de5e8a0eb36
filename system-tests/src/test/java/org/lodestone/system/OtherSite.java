package org.lodestone.system;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A site that is not ours: one page with a frame in it, under any name that ends with {@code .test}. */
final class OtherSite implements AutoCloseable {

    private final HttpServer server;
    private volatile String framed = "";

    OtherSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] page = ("<!doctype html><meta charset=utf-8><h1>某招商中介</h1><iframe src=\"" + framed
                            + "\" title=\"投资意向登记\" width=\"100%\" height=\"640\"></iframe>")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    /** Shows this in its frame from now on. */
    OtherSite framing(String address) {
        framed = address;
        return this;
    }

    String origin(String name) {
        return "http://" + name + ".test:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
