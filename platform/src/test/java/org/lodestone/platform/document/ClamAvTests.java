package org.lodestone.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.document.DocumentProperties.ClamAvd;

/** A daemon that takes the file as INSTREAM sends it, and says what it is told to. */
class ClamAvTests {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"stream: OK, true", "stream: Win.Test.EICAR_HDB-1 FOUND, false"})
    void whatTheScannerSaysCounts(String answer, boolean clean) throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[200_000]);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Long> taken = CompletableFuture.supplyAsync(() -> serve(server, answer));

            assertThat(scanner(server.getLocalPort()).isClean(file).block()).isEqualTo(clean);
            assertThat(taken.get()).isEqualTo(200_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR", "", "nonsense"})
    void anythingElseIsNoAnswer(String answer) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Long> taken = CompletableFuture.supplyAsync(() -> serve(server, answer));

            assertThatThrownBy(
                            () -> scanner(server.getLocalPort()).isClean(file).block())
                    .hasCauseInstanceOf(IOException.class);
            assertThat(taken.get()).isEqualTo(1);
        }
    }

    @Test
    void whereNobodyListensNothingIsClean() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        assertThatThrownBy(() -> scanner(port).isClean(file).block()).hasCauseInstanceOf(IOException.class);
    }

    private static ClamAv scanner(int port) {
        return new ClamAv(new ClamAvd("127.0.0.1", port, Duration.ofSeconds(20)));
    }

    /** @return how many bytes came */
    private static Long serve(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            assertThat(command).isEqualTo("zINSTREAM\0");
            long taken = 0;
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                taken += Objects.requireNonNull(in.readNBytes(length)).length;
            }
            socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
            return taken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
