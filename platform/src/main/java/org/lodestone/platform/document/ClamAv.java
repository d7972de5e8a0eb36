package org.lodestone.platform.document;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lodestone.platform.document.DocumentProperties.ClamAvd;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Asks a ClamAV daemon by {@code INSTREAM}. What it cannot say is an error: an unchecked file is not let in. */
final class ClamAv {

    private static final byte[] BEGIN = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int MOST_ANSWER = 1024;

    private final ClamAvd daemon;

    ClamAv(ClamAvd daemon) {
        this.daemon = daemon;
    }

    /** Whether nothing was found in it. */
    Mono<Boolean> isClean(Path file) {
        return Mono.fromCallable(() -> ask(file)).subscribeOn(Schedulers.boundedElastic());
    }

    private boolean ask(Path file) throws IOException {
        try (Socket socket = new Socket()) {
            int patience = (int) daemon.timeout().toMillis();
            socket.connect(new InetSocketAddress(daemon.host(), daemon.port()), patience);
            socket.setSoTimeout(patience);
            send(file, socket);
            String answer = new String(socket.getInputStream().readNBytes(MOST_ANSWER), StandardCharsets.US_ASCII)
                    .replace("\0", "")
                    .strip();
            if (answer.endsWith("OK")) {
                return true;
            }
            if (answer.endsWith("FOUND")) {
                return false;
            }
            throw new IOException("The virus scanner said: " + answer);
        }
    }

    private static void send(Path file, Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write(BEGIN);
        byte[] piece = new byte[PIECE];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(piece); length > 0; length = in.read(piece)) {
                out.writeInt(length);
                out.write(piece, 0, length);
            }
        }
        out.writeInt(0);
        out.flush();
    }
}
