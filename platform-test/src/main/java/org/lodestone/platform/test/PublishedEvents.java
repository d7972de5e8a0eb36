package org.lodestone.platform.test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.platform.events.CloudEvents;
import org.lodestone.platform.events.TopicReader;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** What is on a topic, read from its first record, apart from every consumer group. */
public final class PublishedEvents {

    private static final long BETWEEN_LOOKS = 50;

    private final String topic;
    private final TopicReader reader;

    private PublishedEvents(String topic, String bootstrapServers) {
        this.topic = topic;
        this.reader = new TopicReader(new DefaultKafkaConsumerFactory<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer()));
    }

    public static PublishedEvents on(String topic) {
        return on(topic, Brokers.address());
    }

    public static PublishedEvents on(String topic, String bootstrapServers) {
        return new PublishedEvents(topic, bootstrapServers);
    }

    /** Every record about the aggregate, duplicates too. */
    public List<ConsumerRecord<String, byte[]>> records(String aggregate) {
        return reader.readAll(topic).stream()
                .filter(message -> aggregate.equals(message.key()))
                .toList();
    }

    /** The aggregate's events, duplicates too. */
    public List<CloudEvent<?>> of(String aggregate) {
        return records(aggregate).stream().<CloudEvent<?>>map(CloudEvents::read).toList();
    }

    /** The events of many, by aggregate, duplicates too: the topic is read once for all of them. */
    public Map<String, List<CloudEvent<?>>> of(Set<String> aggregates) {
        return reader.readAll(topic).stream()
                .filter(message -> aggregates.contains(message.key()))
                .<CloudEvent<?>>map(CloudEvents::read)
                .collect(Collectors.groupingBy(CloudEvent::subject));
    }

    /** The aggregate's events as soon as the condition holds; what there is when it does not in time. */
    public List<CloudEvent<?>> await(String aggregate, Duration atMost, Predicate<List<CloudEvent<?>>> condition)
            throws InterruptedException {
        long giveUp = System.nanoTime() + atMost.toNanos();
        List<CloudEvent<?>> events = of(aggregate);
        while (!condition.test(events) && System.nanoTime() < giveUp) {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
            events = of(aggregate);
        }
        return events;
    }
}
