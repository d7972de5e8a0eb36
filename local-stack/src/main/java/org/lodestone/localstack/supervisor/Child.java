package org.lodestone.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process, started again whenever it ends until it is told to stop. */
final class Child {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    /** Having lived so long, it is not the start that fails. */
    private static final Duration STABLE = Duration.ofSeconds(60);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    /** Variables of the person's shell that mean something else to a child. */
    private static final List<String> NOT_INHERITED = List.of("PORT", "JAVA_TOOL_OPTIONS", "SPRING_PROFILES_ACTIVE");

    private final ChildSpec spec;
    private final List<String> command;
    private final Home home;
    private final HttpClient http;
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile @Nullable Process process;

    Child(ChildSpec spec, Home home, HttpClient http) {
        this.spec = spec;
        this.command = spec.command().get();
        this.home = home;
        this.http = http;
    }

    String name() {
        return spec.name();
    }

    /** Returns when it has served for the first time. */
    void awaitReady() throws InterruptedException {
        ready.await();
    }

    void keepAlive(List<Child> predecessors) throws InterruptedException {
        for (Child predecessor : predecessors) {
            predecessor.awaitReady();
        }
        Duration pause = FIRST_PAUSE;
        while (!stopping) {
            long started = System.nanoTime();
            Process current = launch();
            awaitReadiness(current, started);
            current.waitFor();
            clearReady();
            if (stopping) {
                return;
            }
            log("ended with " + current.exitValue() + " and is started again");
            pause = System.nanoTime() - started > STABLE.toNanos() ? FIRST_PAUSE : pause;
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private synchronized Process launch() {
        clearReady();
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.log(spec.name()).toFile()))
                    .redirectInput(Path.of("/dev/null").toFile());
            Map<String, String> environment = builder.environment();
            NOT_INHERITED.forEach(environment::remove);
            environment.putAll(spec.environment());
            Process started = builder.start();
            Pid.of(started.toHandle()).write(home.pidFile(spec.name()));
            process = started;
            if (stopping) {
                started.destroy();
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReadiness(Process current, long started) throws InterruptedException {
        while (current.isAlive()) {
            if (serves()) {
                long millis = (System.nanoTime() - started) / 1_000_000;
                Home.write(home.readyFile(spec.name()), Long.toString(millis));
                log("serves after " + millis + " ms");
                ready.countDown();
                return;
            }
            Thread.sleep(100);
        }
    }

    private boolean serves() throws InterruptedException {
        if (spec.readiness() == null) {
            return Files.exists(home.readyFile(spec.name()));
        }
        HttpRequest request = HttpRequest.newBuilder(spec.readiness())
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void clearReady() {
        try {
            Files.deleteIfExists(home.readyFile(spec.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Politely, then not. */
    void stop() {
        Process current;
        synchronized (this) {
            stopping = true;
            current = process;
        }
        if (current == null) {
            return;
        }
        current.destroy();
        try {
            if (!current.waitFor(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                current.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            current.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void log(String what) {
        System.out.println(java.time.Instant.now() + " " + spec.name() + " " + what);
    }
}
