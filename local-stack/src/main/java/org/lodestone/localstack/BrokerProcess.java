package org.lodestone.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real Kafka broker, KRaft with both roles, on the loopback: {@code BrokerProcess FOLDER PORT CONTROLLER_PORT}. */
public final class BrokerProcess {

    private static final String PROBE_TOPIC = "lodestone.probe";

    private BrokerProcess() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String address = "127.0.0.1:" + arguments[1];
        Path settings = folder.resolve("server.properties");
        Files.createDirectories(folder);
        Files.write(settings, settings(folder.resolve("data"), address, "127.0.0.1:" + arguments[2]));
        format(settings, folder.resolve("data"));
        Thread.ofPlatform().name("ready-probe").daemon().start(() -> announceWhenReady(address));
        Kafka.main(new String[] {settings.toString()});
    }

    private static List<String> settings(Path data, String address, String controller) {
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@" + controller,
                "controller.listener.names=CONTROLLER",
                "listeners=PLAINTEXT://" + address + ",CONTROLLER://" + controller,
                "advertised.listeners=PLAINTEXT://" + address,
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs=" + data,
                "default.replication.factor=1",
                "min.insync.replicas=1",
                "offsets.topic.num.partitions=4",
                "offsets.topic.replication.factor=1",
                "transaction.state.log.num.partitions=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "share.coordinator.state.topic.num.partitions=1",
                "share.coordinator.state.topic.replication.factor=1",
                "share.coordinator.state.topic.min.isr=1",
                // One consumer group member after the other need not wait here.
                "group.initial.rebalance.delay.ms=0",
                "auto.create.topics.enable=false",
                "log.segment.bytes=16777216",
                "log.index.size.max.bytes=262144",
                "log.cleaner.dedupe.buffer.size=16777216");
    }

    private static void format(Path settings, Path data) {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        int status = StorageTool.execute(
                new String[] {
                    "format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString(), "--ignore-formatted"
                },
                new PrintStream(System.out, true));
        if (status != 0) {
            throw new IllegalStateException("the broker's storage could not be formatted");
        }
    }

    /** An open port is not a broker yet: it serves from the first record it has acknowledged. */
    private static void announceWhenReady(String address) {
        while (true) {
            try {
                produceOne(address);
                ReadyFile.announce();
                return;
            } catch (ExecutionException | TimeoutException e) {
                System.out.println("not ready yet: " + e.getMessage());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void produceOne(String address) throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, Object> client = Map.of("bootstrap.servers", address, "reconnect.backoff.max.ms", 200);
        try (Admin admin = Admin.create(client)) {
            createProbeTopic(admin);
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(PROBE_TOPIC, new byte[] {1})).get(10, TimeUnit.SECONDS);
            producer.close(Duration.ZERO);
        }
    }

    private static void createProbeTopic(Admin admin)
            throws ExecutionException, TimeoutException, InterruptedException {
        NewTopic topic = new NewTopic(PROBE_TOPIC, 1, (short) 1).configs(Map.of("retention.ms", "3600000"));
        try {
            admin.createTopics(List.of(topic)).all().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
