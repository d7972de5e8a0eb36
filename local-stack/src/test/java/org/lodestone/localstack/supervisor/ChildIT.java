package org.lodestone.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChildIT {

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aKilledChildIsStartedAgainAndAStoppedOneIsNot() throws Exception {
        Home home = new Home(folder);
        home.prepare();
        Child child = new Child(sleeper(home), home, HttpClient.newHttpClient());
        Thread keeper = Thread.ofVirtual().start(() -> {
            try {
                child.keepAlive(List.of());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        child.awaitReady();
        long first = pid(home);

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        long second = eventuallyOther(home, first);
        assertThat(second).isNotEqualTo(first);

        child.stop();
        keeper.join(Duration.ofSeconds(30));
        assertThat(ProcessHandle.of(second).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Pid.alive(home.pidFile("sleeper"))).isEmpty();
        assertThat(home.readyFile("sleeper")).doesNotExist();
    }

    private static ChildSpec sleeper(Home home) {
        String script = "echo serving > '" + home.readyFile("sleeper") + "'; exec sleep 300";
        return new ChildSpec("sleeper", 0, () -> List.of("sh", "-c", script), Map.of(), null, Set.of());
    }

    private static long pid(Home home) {
        return Pid.alive(home.pidFile("sleeper")).orElseThrow().pid();
    }

    private static long eventuallyOther(Home home, long first) throws InterruptedException {
        while (true) {
            Optional<ProcessHandle> now = Pid.alive(home.pidFile("sleeper"));
            if (now.isPresent() && now.get().pid() != first) {
                return now.get().pid();
            }
            Thread.sleep(50);
        }
    }
}
