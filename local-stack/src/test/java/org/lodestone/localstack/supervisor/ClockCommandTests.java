package org.lodestone.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockCommandTests {

    @TempDir
    Path folder;

    private Home home;
    private ClockCommand command;

    @BeforeEach
    void atTenInTheMorning() {
        home = new Home(folder);
        command = new ClockCommand(home, Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC));
    }

    @Test
    void untouchedItIsTheRealOne() {
        assertThat(command.run(null)).isEqualTo("2026-11-23 10:00 (Asia/Shanghai)");
        assertThat(home.clockFile()).doesNotExist();
    }

    @Test
    void stepsAddUp() {
        command.run("+2d");
        assertThat(command.run("+3h")).startsWith("2026-11-25 13:00");
        assertThat(Home.read(home.clockFile())).contains("PT51H");
    }

    @Test
    void aTimeIsTheZones() {
        assertThat(command.run("2026-11-25T09:01")).startsWith("2026-11-25 09:01");
        assertThat(Home.read(home.clockFile())).contains("PT47H1M");
    }

    @Test
    void whatFallsDueAtTheMinuteAskedForIsDue() {
        Clock within = Clock.fixed(Instant.parse("2026-11-23T02:00:00.400Z"), ZoneOffset.UTC);

        assertThat(new ClockCommand(home, within).run("2026-11-25T17:30")).startsWith("2026-11-25 17:30");
    }

    @Test
    void itNeverMovesBack() {
        command.run("+2d");
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> command.run("2026-11-24T09:00"))
                .withMessageContaining("only moves forward");
    }

    @Test
    void whatItDoesNotUnderstandItSays() {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> command.run("tomorrow"))
                .withMessageContaining("tomorrow");
    }
}
