package org.lodestone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What docs/events.md prints does run. */
class GuideIT extends RunningNotifications {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    @Timeout(60)
    void javaExampleListens(@TempDir Path folder) throws Exception {
        Matcher guide = JAVA.matcher(Files.readString(Path.of("..", "docs", "events.md")));
        assertThat(guide.find()).isTrue();
        Path program = Files.writeString(folder.resolve("Listen.java"), guide.group(1));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder run = new ProcessBuilder(java.toString(), "-Dstdout.encoding=UTF-8", program.toString());
        run.environment().put("LODESTONE_URL", "http://127.0.0.1:" + port);
        run.environment().put("LODESTONE_TOKEN", officer(unique("o")));
        String lead = unique("L-");
        Process listening = run.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Thread writing = Thread.ofPlatform().daemon().start(() -> writeUntilStopped(lead));
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(listening.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line).startsWith("lead.").contains(lead).contains("锂电铜箔");
        } finally {
            writing.interrupt();
            listening.destroy();
        }
    }

    /** The program takes a while to compile and connect. */
    private static void writeUntilStopped(String lead) {
        try {
            for (int sequence = 1; true; sequence++) {
                publishLead(lead, sequence, ZONE, "o");
                Thread.sleep(300);
            }
        } catch (Exception stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
