package org.lodestone.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void keepsItsRecordsWhenItIsKilled() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder)) {
            produce(broker.bootstrapServers());
            broker.kill();
            broker.restart();
            assertThat(consume(broker.bootstrapServers())).containsExactly("one", "two");
        }
    }

    private static void produce(String address) throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", address);
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get(60, TimeUnit.SECONDS);
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("t", "one")).get(60, TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>("t", "two")).get(60, TimeUnit.SECONDS);
        }
    }

    private static List<String> consume(String address) {
        TopicPartition partition = new TopicPartition("t", 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", address, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            List<String> values = new ArrayList<>();
            // One poll may bring one of the two, or none while the broker is still coming back.
            for (Instant giveUp = Instant.now().plus(PATIENCE);
                    consumer.position(partition, PATIENCE) < end
                            && Instant.now().isBefore(giveUp); ) {
                consumer.poll(Duration.ofMillis(500)).records(partition).forEach(each -> values.add(each.value()));
            }
            return values;
        }
    }
}
