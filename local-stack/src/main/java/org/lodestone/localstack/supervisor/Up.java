package org.lodestone.localstack.supervisor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.localstack.ChildProcess;

/** Starts the stack in the background and waits until everything serves. */
final class Up {

    private static final long NEEDED_BYTES = 1L << 30;
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);

    private final Path project;
    private final Home home;
    private final Processes processes;

    Up(Path project, Home home) {
        this.project = project;
        this.home = home;
        this.processes = new Processes(home);
    }

    Stack run() {
        home.prepare();
        requireDisk();
        try (RandomAccessFile file =
                        new RandomAccessFile(home.path().resolve("up.lock").toFile(), "rw");
                @Nullable FileLock lock = file.getChannel().tryLock()) {
            if (lock == null) {
                throw new Complaint("Another ./lodestone up is at work already.");
            }
            return startAndWait();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stack startAndWait() {
        if (processes.supervisor().isPresent()) {
            Stack running = Stack.last(project);
            if (processes.allReady(running.children())) {
                System.out.println("Already running.");
                return running;
            }
            System.out.println("Being started already; waiting for it.");
            return await(running);
        }
        if (processes.stopAll()) {
            System.out.println("Stopped what an interrupted start had left behind.");
        }
        home.prepare();
        Stack stack = new Stack(project, home, Ports.choose(home, System.getenv("PORT")));
        stack.unpack();
        stack.infrastructure().inWords().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> System.out.printf("  %-13s %s%n", each.getKey(), each.getValue()));
        launchSupervisor();
        return await(stack);
    }

    private void requireDisk() {
        try {
            long free = Files.getFileStore(home.path()).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new Complaint("The disk of " + home.path() + " has only " + (free >> 20)
                        + " MB left; at least 1024 MB are needed.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In a session of its own where that is possible, so that Ctrl-C in the terminal does not reach it. */
    private void launchSupervisor() {
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            command.add(setsid.toString());
        }
        command.addAll(ChildProcess.command(
                Supervisor.class, List.of("-Xmx48m", "-XX:TieredStopAtLevel=1"), List.of(project.toString())));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.log(Supervisor.NAME).toFile()))
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("LODESTONE_HOME", home.path().toString());
        try {
            Pid.of(builder.start().toHandle()).write(home.pidFile(Supervisor.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stack await(Stack stack) {
        long started = System.nanoTime();
        Set<String> told = new HashSet<>();
        List<ChildSpec> children = stack.children();
        while (told.size() < children.size()) {
            for (ChildSpec child : children) {
                if (processes.isReady(child) && told.add(child.name())) {
                    System.out.printf(
                            "  %-13s ready after %s ms  (%d of %d)%n",
                            child.name(), processes.readyMillis(child).orElse(0L), told.size(), children.size());
                }
            }
            requireProgress(started);
            pause();
        }
        return stack;
    }

    private void requireProgress(long started) {
        if (processes.supervisor().isEmpty()) {
            throw new Complaint("The start failed; " + home.log(Supervisor.NAME) + " says why.");
        }
        if (System.nanoTime() - started > READY_WITHIN.toNanos()) {
            throw new Complaint("Not everything serves after five minutes. ./lodestone status shows what does not,"
                    + " ./lodestone logs NAME why, and ./lodestone up goes on waiting.");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted; the start goes on in the background. ./lodestone down stops it.");
        }
    }
}
