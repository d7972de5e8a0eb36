package org.lodestone.platform.test;

import org.lodestone.localstack.EmbeddedBroker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The Kafka of this test run, one for all tests: the one given by {@code KAFKA_BOOTSTRAP_SERVERS}, a container, or the embedded broker in
 * a process of its own.
 */
public final class Brokers {

    private static final Logger LOG = LoggerFactory.getLogger(Brokers.class);
    private static final DockerImageName IMAGE = DockerImageName.parse("apache/kafka:4.2.1");

    private Brokers() {}

    private static final class Holder {
        private static final String ADDRESS = start();
    }

    public static String address() {
        return Holder.ADDRESS;
    }

    private static String start() {
        String given = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
        if (given != null && !given.isBlank()) {
            return told("given by KAFKA_BOOTSTRAP_SERVERS", given);
        }
        return Containers.available()
                ? told("a container", container())
                : told("the embedded one", embedded().bootstrapServers());
    }

    private static String told(String which, String address) {
        LOG.info("Kafka of this run: {}", which);
        return address;
    }

    @SuppressWarnings("resource") // Lives as long as the tests; its reaper removes it.
    private static String container() {
        KafkaContainer container = new KafkaContainer(IMAGE);
        container.start();
        return container.getBootstrapServers();
    }

    /** One of its own, for a test that kills it. */
    public static EmbeddedBroker embedded() {
        return EmbeddedBroker.start(Databases.folder("broker"));
    }
}
