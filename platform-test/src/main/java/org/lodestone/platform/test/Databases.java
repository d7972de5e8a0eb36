package org.lodestone.platform.test;

import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.lodestone.localstack.EmbeddedDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * The MongoDB of this test run, one for all tests: the one given by {@code MONGODB_URI}, a container, a private replica set of a
 * {@code mongod} on the path, or the embedded one.
 */
public final class Databases {

    private static final Logger LOG = LoggerFactory.getLogger(Databases.class);
    private static final DockerImageName IMAGE = DockerImageName.parse("mongo:8.0");

    private Databases() {}

    private static final class Holder {
        private static final String ADDRESS = start();
    }

    /** The connection string of one database in it. */
    public static String uri(String database) {
        String address = Holder.ADDRESS;
        int options = address.indexOf('?');
        String hosts = options < 0 ? address : address.substring(0, options);
        String rest = options < 0 ? "" : address.substring(options);
        int path = hosts.indexOf('/', "mongodb://".length() + 1);
        return (path < 0 ? hosts : hosts.substring(0, path)) + '/' + database + rest;
    }

    private static String start() {
        String given = System.getenv("MONGODB_URI");
        if (given != null && !given.isBlank()) {
            return told("given by MONGODB_URI", given);
        }
        if (Containers.available()) {
            return told("a container", container());
        }
        return mongod().map(binary -> told("a private mongod", replicaSet(binary)))
                .orElseGet(() -> told("the embedded one", embedded()));
    }

    private static String told(String which, String address) {
        LOG.info("MongoDB of this run: {}", which);
        return address;
    }

    @SuppressWarnings("resource") // Lives as long as the tests; its reaper removes it.
    private static String container() {
        MongoDBContainer container = new MongoDBContainer(IMAGE).withReplicaSet();
        container.start();
        return container.getConnectionString();
    }

    private static Optional<Path> mongod() {
        String named = System.getenv("MONGOD");
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        Stream.ofNullable(named).map(Path::of),
                        Stream.of(path.split(java.io.File.pathSeparator, -1)).map(folder -> Path.of(folder, "mongod")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String replicaSet(Path binary) {
        int port = FreePort.next();
        Path folder = folder("mongod");
        try {
            Process process = new ProcessBuilder(List.of(
                            binary.toString(),
                            "--replSet",
                            "tests",
                            "--bind_ip",
                            "127.0.0.1",
                            "--port",
                            Integer.toString(port),
                            "--dbpath",
                            folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("mongod.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        initiate(port);
        return "mongodb://127.0.0.1:" + port + "/?replicaSet=tests";
    }

    private static void initiate(int port) {
        Document members = new Document("_id", "tests")
                .append("members", List.of(new Document("_id", 0).append("host", "127.0.0.1:" + port)));
        try (var client = MongoClients.create("mongodb://127.0.0.1:" + port + "/?directConnection=true")) {
            Mono.from(client.getDatabase("admin").runCommand(new Document("replSetInitiate", members)))
                    .retryWhen(Retry.fixedDelay(60, Duration.ofMillis(500)))
                    .block(Duration.ofMinutes(1));
        }
    }

    private static String embedded() {
        EmbeddedDatabase database = EmbeddedDatabase.start(folder("database"));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        String uri = database.uri("any");
        return uri.substring(0, uri.lastIndexOf('/'));
    }

    static Path folder(String name) {
        try {
            return Files.createTempDirectory("lodestone-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
