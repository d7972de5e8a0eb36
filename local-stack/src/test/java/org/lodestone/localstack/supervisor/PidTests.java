package org.lodestone.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidTests {

    @TempDir
    Path folder;

    @Test
    void aLivingProcessIsFoundAgain() {
        Path file = folder.resolve("me.pid");
        Pid.of(ProcessHandle.current()).write(file);
        assertThat(Pid.alive(file))
                .map(ProcessHandle::pid)
                .contains(ProcessHandle.current().pid());
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotOurs() {
        Path file = folder.resolve("me.pid");
        new Pid(ProcessHandle.current().pid(), Instant.EPOCH).write(file);
        assertThat(Pid.alive(file)).isEmpty();
    }

    @Test
    void aDamagedOrMissingFileNamesNobody() throws Exception {
        Path file = folder.resolve("me.pid");
        assertThat(Pid.alive(file)).isEmpty();
        Files.writeString(file, "12");
        assertThat(Pid.alive(file)).isEmpty();
    }
}
