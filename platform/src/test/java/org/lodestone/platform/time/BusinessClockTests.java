package org.lodestone.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessClockTests {

    private static final Instant NOW = Instant.parse("2026-11-23T20:30:00.123456Z");

    @TempDir
    Path folder = Path.of("");

    @Test
    void followsItsFileWhenItChanges() throws IOException, InterruptedException {
        Path file = folder.resolve("clock");
        BusinessClock clock = new BusinessClock(Clock.fixed(NOW, ZoneOffset.UTC), file, Map.of());
        assertThat(clock.offset()).isZero();

        Files.writeString(file, "PT48H\n");
        Thread.sleep(250);
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(2));
        assertThat(clock.now()).isEqualTo("2026-11-25T20:30:00.123Z");

        Files.writeString(file, "the day after tomorrow");
        Thread.sleep(250);
        assertThat(clock.offset()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void todayIsTheZonesToday() {
        BusinessClock clock = new BusinessClock(
                Clock.fixed(NOW, ZoneOffset.UTC), null, Map.of("810000", ZoneId.of("America/New_York")));
        assertThat(clock.today("140827")).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(clock.today("810000")).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(clock.today(ZoneOffset.UTC)).isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @Test
    void keepsMillisecondsAsDocumentsDo() {
        assertThat(BusinessClock.fixed(NOW).now()).isEqualTo("2026-11-23T20:30:00.123Z");
    }
}
