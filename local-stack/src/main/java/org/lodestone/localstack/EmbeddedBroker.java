package org.lodestone.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real broker in a child process, for tests. It ends with this one. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private Process process;

    private EmbeddedBroker(Path folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts on a free port of the loopback with its data in the given folder, and returns when it has stored a record. */
    public static EmbeddedBroker start(Path folder) {
        EmbeddedBroker broker = new EmbeddedBroker(folder, ChildProcess.freePort(), ChildProcess.freePort());
        broker.awaitReady();
        return broker;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Starts it again after {@link #kill()}, on the same port with the same data. */
    public void restart() {
        process.onExit().join();
        process = launch();
        awaitReady();
    }

    private Process launch() {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(readyFile());
            List<String> flags =
                    List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-D" + ReadyFile.PROPERTY + "=" + readyFile());
            List<String> arguments = List.of(
                    folder.resolve("kafka").toString(), Integer.toString(port), Integer.toString(controllerPort));
            return new ProcessBuilder(ChildProcess.command(BrokerProcess.class, flags, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("broker.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path readyFile() {
        return folder.resolve("broker.ready");
    }

    private void awaitReady() {
        long giveUp = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.exists(readyFile())) {
            if (!process.isAlive() || System.nanoTime() > giveUp) {
                process.destroyForcibly();
                throw new IllegalStateException("the broker did not start, see " + folder.resolve("broker.log"));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
