package org.lodestone.localstack.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.localstack.issuer.IssuerFolder;

/** The folder with everything that is kept on this machine, {@code .lodestone}. */
public record Home(Path path) {

    /** From {@code LODESTONE_HOME}, else in the project. */
    public static Home ofEnvironment() {
        @Nullable String chosen = System.getenv("LODESTONE_HOME");
        Path path = chosen == null || chosen.isBlank() ? Path.of(".lodestone") : Path.of(chosen);
        return new Home(path.toAbsolutePath().normalize());
    }

    public Path data(String name) {
        return path.resolve("data").resolve(name);
    }

    Path log(String name) {
        return path.resolve("logs").resolve(name + ".log");
    }

    Path run() {
        return path.resolve("run");
    }

    Path pidFile(String name) {
        return run().resolve(name + ".pid");
    }

    Path readyFile(String name) {
        return run().resolve(name + ".ready");
    }

    Path portsFile() {
        return path.resolve("ports.properties");
    }

    public Path clockFile() {
        return path.resolve("clock");
    }

    Path demoMark() {
        return path.resolve("data").resolve("demo.loaded");
    }

    public IssuerFolder issuer() {
        return new IssuerFolder(data("issuer"));
    }

    void prepare() {
        try {
            Files.createDirectories(run());
            Files.createDirectories(path.resolve("logs"));
            Files.createDirectories(path.resolve("data"));
        } catch (IOException e) {
            throw new Complaint("The folder " + path + " cannot be written: " + e.getMessage());
        }
    }

    static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String content) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.writeString(draft, content);
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
