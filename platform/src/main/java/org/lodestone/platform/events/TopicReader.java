package org.lodestone.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads a topic once more, from its first record to its present end, apart from any group. Blocks. */
public final class TopicReader {

    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final ConsumerFactory<String, byte[]> consumers;

    public TopicReader(ConsumerFactory<String, byte[]> consumers) {
        this.consumers = consumers;
    }

    /** Every record of the topic; in order within each partition. */
    public List<ConsumerRecord<String, byte[]>> readAll(String topic) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            return read(consumer, partitions, _ -> true);
        }
    }

    /** The records of one key, in order. */
    List<ConsumerRecord<String, byte[]>> readKey(TopicPartition partition, String key) {
        try (Consumer<String, byte[]> consumer = consumer()) {
            return read(consumer, List.of(partition), message -> key.equals(message.key()));
        }
    }

    /** The records of one key, whichever partition has them. */
    List<ConsumerRecord<String, byte[]>> readKey(String topic, String key) {
        return readAll(topic).stream()
                .filter(message -> key.equals(message.key()))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> read(
            Consumer<String, byte[]> consumer,
            List<TopicPartition> partitions,
            Predicate<ConsumerRecord<String, byte[]>> wanted) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
            for (ConsumerRecord<String, byte[]> message : consumer.poll(PATIENCE)) {
                if (wanted.test(message)) {
                    found.add(message);
                }
            }
        }
        return found;
    }

    private Consumer<String, byte[]> consumer() {
        // No group: this reader must never move anybody's position.
        Properties apart = new Properties();
        apart.put("enable.auto.commit", "false");
        return consumers.createConsumer(null, "reader", null, apart);
    }
}
