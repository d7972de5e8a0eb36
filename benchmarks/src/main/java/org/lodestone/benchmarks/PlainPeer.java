package org.lodestone.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lodestone.benchmarks.plain.PlainService;

/** The plain service in a process of its own, with the flags our services have. */
final class PlainPeer implements AutoCloseable {

    private static final int WAITS = 300;

    private final Process process;
    private final URI address;

    PlainPeer(URI database, int port) {
        this.address = URI.create("http://127.0.0.1:" + port);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dserver.port=" + port,
                "-Dserver.address=127.0.0.1",
                "-Dplain.mongodb=" + database,
                "-cp",
                System.getProperty("java.class.path"),
                PlainService.class.getName());
        try {
            this.process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once it answers. */
    URI ready() {
        for (int i = 0; i < WAITS; i++) {
            try (java.net.Socket socket = new java.net.Socket(address.getHost(), address.getPort())) {
                if (socket.isConnected()) {
                    return address;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        throw new IllegalStateException("the plain service did not start");
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
