package org.lodestone.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts a main class of this module in a JVM of its own, with everything this module needs at run time. */
public final class ChildProcess {

    private static final Path RELATIVE = Path.of("local-stack", "target");

    private ChildProcess() {}

    /** The command; the JVM is the one that runs now. */
    public static List<String> command(Class<?> main, List<String> jvmFlags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dlogback.configurationFile=logback-child.xml");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.addAll(jvmFlags);
        command.add("-cp");
        command.add(classpath());
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    private static String classpath() {
        Path target = target();
        try {
            return target.resolve("classes")
                    + System.getProperty("path.separator")
                    + Files.readString(target.resolve("children.classpath")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This module's build folder: beside these classes, or, when they came as a jar, found upwards from here. */
    private static Path target() {
        return Stream.concat(besideTheseClasses().stream(), upwards(Path.of("").toAbsolutePath()))
                .filter(folder -> Files.exists(folder.resolve("children.classpath")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "local-stack is not built: run mvn -pl local-stack process-classes first"));
    }

    private static Optional<Path> besideTheseClasses() {
        try {
            URI here = ChildProcess.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Optional.ofNullable(Path.of(here).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> upwards(Path from) {
        return Stream.<Path>iterate(from, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(RELATIVE));
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
