package org.lodestone.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Our processes as their files tell, seen from a command that did not start them. */
record Processes(Home home) {

    private static final Duration SUPERVISOR_STOPS_WITHIN = Duration.ofSeconds(70);
    private static final Duration CHILD_STOPS_WITHIN = Duration.ofSeconds(15);

    Optional<ProcessHandle> supervisor() {
        return Pid.alive(home.pidFile(Supervisor.NAME));
    }

    /** Whether the supervisor runs and every child has served. */
    boolean allReady(List<ChildSpec> children) {
        return supervisor().isPresent() && children.stream().allMatch(this::isReady);
    }

    boolean isReady(ChildSpec child) {
        return readyMillis(child).isPresent()
                && Pid.alive(home.pidFile(child.name())).isPresent();
    }

    /** How long the child took from its start to serving, noted by the supervisor. */
    Optional<Long> readyMillis(ChildSpec child) {
        return Home.read(home.readyFile(child.name()))
                .filter(text -> text.matches("\\d+"))
                .map(Long::valueOf);
    }

    /** Stops all, also what a killed supervisor left behind. Returns whether there was anything. */
    boolean stopAll() {
        Optional<ProcessHandle> supervisor = supervisor();
        supervisor.ifPresent(process -> stop(process, SUPERVISOR_STOPS_WITHIN));
        List<ProcessHandle> orphans = orphans();
        orphans.forEach(ProcessHandle::destroy);
        orphans.forEach(process -> stop(process, CHILD_STOPS_WITHIN));
        Home.delete(home.run());
        return supervisor.isPresent() || !orphans.isEmpty();
    }

    private List<ProcessHandle> orphans() {
        if (!Files.exists(home.run())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.run())) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .flatMap(file -> Pid.alive(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle process, Duration within) {
        process.destroy();
        try {
            process.onExit().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
