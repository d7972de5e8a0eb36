package org.lodestone.leads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.awaitility.Awaitility;
import org.lodestone.platform.time.BusinessClock;

/** The business clock of a test, moved by its file as {@code ./lodestone clock} moves it. */
public final class MovableClock {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;

    public MovableClock() {
        try {
            this.file = Files.createTempFile("clock", ".txt");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String file() {
        return file.toString();
    }

    /** In China's time, e.g. {@code 2027-03-05T22:00}. */
    public void set(BusinessClock clock, String local) {
        set(clock, china(local));
    }

    public void set(BusinessClock clock, Instant moment) {
        Duration offset = Duration.between(Instant.now(), moment);
        write(offset);
        // The file is looked at again every 200 ms. A clock that is only near may still be the one of before.
        Awaitility.await().atMost(PATIENCE).until(() -> clock.offset().equals(offset));
    }

    public void reset(BusinessClock clock) {
        write(Duration.ZERO);
        Awaitility.await().atMost(PATIENCE).until(() -> clock.offset().isZero());
    }

    public static Instant china(String local) {
        return LocalDateTime.parse(local).atZone(BusinessClock.CHINA).toInstant();
    }

    private void write(Duration ahead) {
        try {
            // At once: read half written, or empty, it would be another time.
            Path fresh = Files.writeString(Path.of(file + ".new"), ahead.toString());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
