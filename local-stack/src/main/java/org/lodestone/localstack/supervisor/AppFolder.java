package org.lodestone.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service unpacked from its fat jar: it starts faster so, and a build may replace the jar while the service runs. The
 * folder is named after the jar's change time, so a new build gets a new one.
 */
final class AppFolder {

    private AppFolder() {}

    /** The thin jar to start. */
    static Path of(Home home, String module, Path jar) {
        try {
            Path apps = home.path().resolve("apps");
            Path folder = apps.resolve(module + "-" + changedAt(jar).toMillis());
            if (!Files.exists(folder)) {
                dropOlder(apps, module);
                unpack(jar, folder);
            }
            return folder.resolve(String.valueOf(jar.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The build gives every jar the same modification time. */
    private static FileTime changedAt(Path jar) throws IOException {
        return (FileTime) Files.getAttribute(jar, "unix:ctime");
    }

    private static void dropOlder(Path apps, String module) throws IOException {
        Files.createDirectories(apps);
        try (Stream<Path> folders = Files.list(apps)) {
            folders.filter(each -> String.valueOf(each.getFileName()).startsWith(module + "-"))
                    .toList()
                    .forEach(Home::delete);
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + ".draft");
        Home.delete(draft);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                draft.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new Complaint(jar + " could not be unpacked. Is the disk full, or the jar half built? Try again.");
        }
        Files.move(draft, folder);
    }
}
