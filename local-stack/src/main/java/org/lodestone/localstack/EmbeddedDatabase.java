package org.lodestone.localstack;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * A MongoDB in pure Java for trials and tests: one process, one file, no replica. It keeps what it acknowledged when its
 * process is killed; it proves nothing about a power cut.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** As bytes in the file; as objects they take some six times as much, and with 256 the collector took half of the time. */
    private static final int CACHE_MEGABYTES = 48;

    private static final int PAGE_BYTES = 4096;

    /** A predecessor that was told to stop may still hold the file. */
    private static final Duration LOCKED_AT_MOST = Duration.ofSeconds(15);

    private final MongoServer server;
    private final int port;

    private EmbeddedDatabase(MongoServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on a free port of the loopback, with its file in the given folder. */
    public static EmbeddedDatabase start(Path folder) {
        return start(folder, 0, _ -> {});
    }

    /** @param onFailure told when the file cannot be written, as on a full disk */
    static EmbeddedDatabase start(Path folder, int port, Consumer<RuntimeException> onFailure) {
        MVStore store = open(folder);
        GroupCommit commits = new GroupCommit(store, onFailure).start();
        MongoServer server = new MongoServer(new DurableBackend(store, commits));
        server.bind("127.0.0.1", port);
        return new EmbeddedDatabase(server, server.getLocalAddress().getPort());
    }

    private static MVStore open(Path folder) {
        long giveUp = System.nanoTime() + LOCKED_AT_MOST.toNanos();
        while (true) {
            try {
                Files.createDirectories(folder);
                return openIn(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MVStoreException e) {
                if (System.nanoTime() > giveUp) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static MVStore openIn(Path folder) throws IOException {
        Path file = folder.resolve("documents.mv.db");
        Path former = folder.resolve("lodestone.mv.db");
        if (Files.exists(former) && Files.notExists(file)) {
            convert(former, folder.resolve("documents.part"), file);
        }
        Files.deleteIfExists(former);
        return openOnce(file);
    }

    /** Earlier builds kept Java's serialization. The new file gets its name when it is whole, so a kill in between begins again. */
    private static void convert(Path former, Path part, Path file) throws IOException {
        Files.deleteIfExists(part);
        try (MVStore from = openOnce(former);
                MVStore to = openOnce(part)) {
            StoreMaps.takeOver(from, to);
            to.commit();
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static MVStore openOnce(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitDisabled()
                .pageSplitSize(PAGE_BYTES)
                .open();
        // Old versions are of no use here, and keeping them made a file of a gigabyte out of 30 000 commits.
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database file", e);
        }
    }

    public int port() {
        return port;
    }

    /** The connection string of one database in it. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
