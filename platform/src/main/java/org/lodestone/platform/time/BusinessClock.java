package org.lodestone.platform.time;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clock of the business: deadlines, lights, working time and dates. In trials it can be moved by a file that holds an offset from the
 * system clock, an ISO duration such as {@code PT48H}. Tokens, leases, Kafka and expiries use the system clock instead.
 */
public final class BusinessClock {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final Logger log = LoggerFactory.getLogger(BusinessClock.class);

    /** How long an offset is trusted before its file is looked at again. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(200).toNanos();

    private final Clock system;
    private final @Nullable Path file;
    private final Map<String, ZoneId> zones;
    private volatile Offset offset = new Offset(Duration.ZERO, System.nanoTime() - LOOK_AGAIN_NANOS);

    private record Offset(Duration value, long readAt) {}

    /** @param zones the time of those zones (GB/T 2260 codes) that do not keep China's */
    public BusinessClock(Clock system, @Nullable Path file, Map<String, ZoneId> zones) {
        this.system = system;
        this.file = file;
        this.zones = Map.copyOf(zones);
    }

    /** Stands still, for tests. */
    public static BusinessClock fixed(Instant now) {
        return new BusinessClock(Clock.fixed(now, ZoneOffset.UTC), null, Map.of());
    }

    /** In milliseconds, as documents store it: what is written reads back equal. */
    public Instant now() {
        return system.instant().plus(offset()).truncatedTo(ChronoUnit.MILLIS);
    }

    public LocalDate today(ZoneId time) {
        return LocalDate.ofInstant(now(), time);
    }

    /** Today in a zone of the country, by its GB/T 2260 code. */
    public LocalDate today(@Nullable String zone) {
        return today(timeOf(zone));
    }

    public ZoneId timeOf(@Nullable String zone) {
        return zone == null ? CHINA : zones.getOrDefault(zone, CHINA);
    }

    /** How far this clock is ahead of the system's. */
    public Duration offset() {
        if (file == null) {
            return Duration.ZERO;
        }
        Offset known = offset;
        if (System.nanoTime() - known.readAt() < LOOK_AGAIN_NANOS) {
            return known.value();
        }
        Offset fresh = new Offset(read(file, known.value()), System.nanoTime());
        offset = fresh;
        return fresh.value();
    }

    private static Duration read(Path file, Duration known) {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? Duration.ZERO : Duration.parse(text);
        } catch (NoSuchFileException e) {
            return Duration.ZERO;
        } catch (DateTimeParseException e) {
            log.warn("The clock file {} holds no ISO duration; the clock stays where it was", file);
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
