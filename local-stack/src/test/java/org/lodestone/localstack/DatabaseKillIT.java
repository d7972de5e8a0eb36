package org.lodestone.localstack;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.inc;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DatabaseKillIT {

    private static final int KILLS = 20;
    private static final int WRITERS = 4;

    private final Random random = new Random(20261123);
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final int port = ChildProcess.freePort();

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void keepsWhatItAcknowledgedThroughTwentyKills() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            startedAfter(kill, true);
        }
        startedAfter(KILLS, false);
        assertThat(acknowledged).hasSizeGreaterThan(KILLS * WRITERS);
    }

    /** Each start finds what was acknowledged before the kill that went before it. */
    private void startedAfter(int kills, boolean writes) throws Exception {
        Process database = startDatabase();
        try {
            assertThat(lost()).as("lost after kill %s", kills).isEmpty();
            if (writes) {
                writeUntilKilled(database, kills);
            }
        } finally {
            database.destroyForcibly().waitFor();
        }
    }

    private void writeUntilKilled(Process database, int round) throws Exception {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
                MongoClient client = connect()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = round + ":" + writer + ":";
                writers.submit(() -> write(documents(client), prefix));
            }
            Thread.sleep(300 + random.nextInt(500));
            database.destroyForcibly().waitFor();
            writers.shutdownNow();
        }
    }

    /** Each document is inserted, then raised twice under its version, as an aggregate is. */
    private void write(MongoCollection<Document> documents, String prefix) {
        try {
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                String id = prefix + i;
                documents.insertOne(new Document("_id", id).append("version", 1));
                acknowledged.put(id, 1);
                for (int version = 1; version < 3; version++) {
                    documents.findOneAndUpdate(and(eq("_id", id), eq("version", version)), inc("version", 1));
                    acknowledged.put(id, version + 1);
                }
            }
        } catch (MongoException e) {
            // The kill: what was on its way is neither acknowledged nor expected.
        }
    }

    private List<String> lost() {
        try (MongoClient client = connect()) {
            Map<String, Integer> stored = new HashMap<>();
            documents(client)
                    .find(gte("_id", ""))
                    .forEach(each -> stored.put(each.getString("_id"), each.getInteger("version")));
            List<String> lost = new ArrayList<>();
            acknowledged.forEach((id, version) -> {
                if (stored.getOrDefault(id, 0) < version) {
                    lost.add(id);
                }
            });
            return lost;
        }
    }

    private Process startDatabase() throws Exception {
        Path ready = folder.resolve("ready");
        Files.deleteIfExists(ready);
        Process database = new ProcessBuilder(ChildProcess.command(
                        DatabaseProcess.class,
                        List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-D" + ReadyFile.PROPERTY + "=" + ready),
                        List.of(folder.resolve("data").toString(), Integer.toString(port))))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("database.log").toFile())
                .start();
        while (!Files.exists(ready)) {
            assertThat(database.isAlive()).as("the database starts").isTrue();
            Thread.sleep(20);
        }
        return database;
    }

    private MongoClient connect() {
        return MongoClients.create("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=2000&retryWrites=false");
    }

    private static MongoCollection<Document> documents(MongoClient client) {
        return client.getDatabase("kill").getCollection("documents");
    }
}
