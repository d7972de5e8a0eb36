package org.lodestone.localstack.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process as noted in a file. The time it started tells it from another one that was given the same number later. */
record Pid(long number, Instant startedAt) {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static Pid of(ProcessHandle process) {
        return new Pid(process.pid(), process.info().startInstant().orElseGet(Instant::now));
    }

    /** The process of this file, if it lives. */
    static Optional<ProcessHandle> alive(Path file) {
        return Home.read(file).flatMap(Pid::parse).flatMap(Pid::find);
    }

    private static Optional<Pid> parse(String content) {
        String[] parts = content.split(" ");
        return parts.length == 2 && parts[0].matches("\\d+") && parts[1].matches("\\d+")
                ? Optional.of(new Pid(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1]))))
                : Optional.empty();
    }

    private Optional<ProcessHandle> find() {
        return ProcessHandle.of(number)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(actual -> Duration.between(actual, startedAt).abs().compareTo(TOLERANCE) < 0)
                        .orElse(true));
    }

    void write(Path file) {
        Home.write(file, number + " " + startedAt.toEpochMilli());
    }
}
