package org.lodestone.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lodestone.benchmarks.plain.PlainService;

/** The plain service in a process of its own, with the flags our services have. */
final class PlainPeer implements AutoCloseable {

    private static final int WAITS = 300;
    private static final Pattern OURS =
            Pattern.compile("^(platform|contracts)-|actuator|opentelemetry|tracing|metrics|springdoc|swagger");

    private final Process process;
    private final URI address;

    PlainPeer(LocalStack stack, int port) {
        this.address = URI.create("http://127.0.0.1:" + port);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dserver.port=" + port,
                "-Dserver.address=127.0.0.1",
                "-Dplain.mongodb=" + LeadLoader.address(stack),
                "-Dspring.kafka.bootstrap-servers=127.0.0.1:" + stack.port("broker"),
                "-Dspring.kafka.producer.value-serializer=org.apache.kafka.common.serialization.ByteArraySerializer",
                "-Dspring.kafka.producer.acks=all",
                "-Dspring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:" + stack.port("issuer"),
                "-Dspring.security.oauth2.resourceserver.jwt.audiences=lodestone",
                "-cp",
                classPath(),
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

    /** Without the platform and what comes with it: Boot would configure the peer by whatever lies there. */
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry ->
                        !OURS.matcher(Path.of(entry).getFileName().toString()).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Once it answers, if only that it does not know who asks. */
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
