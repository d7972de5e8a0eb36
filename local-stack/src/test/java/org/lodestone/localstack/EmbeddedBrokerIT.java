package org.lodestone.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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
            return consumer.poll(Duration.ofSeconds(60)).records(partition).stream()
                    .map(each -> each.value())
                    .toList();
        }
    }
}
