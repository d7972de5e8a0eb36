package org.lodestone.platform.search;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lodestone.platform.events.StreamToken;

/** All partitions of the topic, assigned by hand: every instance hears everything, and no group keeps its place. */
final class KafkaFeed implements ChangeFeed {

    private final String epoch;
    private final List<TopicPartition> partitions;
    private final KafkaConsumer<String, byte[]> consumer;

    /** @param settings of the service's consumers; what concerns groups is replaced */
    KafkaFeed(Map<String, Object> settings, String topic) {
        this.epoch = epoch(settings, topic);
        this.consumer = consumer(settings, topic);
        try {
            this.partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .sorted((a, b) -> Integer.compare(a.partition(), b.partition()))
                    .toList();
            consumer.assign(partitions);
        } catch (KafkaException unreachable) {
            consumer.close();
            throw unreachable;
        }
    }

    @Override
    public Offsets end() {
        return offsets(consumer.endOffsets(partitions));
    }

    @Override
    public boolean reaches(Offsets offsets) {
        if (!epoch.equals(offsets.epoch()) || offsets.next().length > partitions.size()) {
            return false;
        }
        long[] first = offsets(consumer.beginningOffsets(partitions)).next();
        long[] end = end().next();
        return IntStream.range(0, first.length)
                .allMatch(i -> first[i] <= next(offsets, i) && next(offsets, i) <= end[i]);
    }

    @Override
    public void seek(Offsets offsets) {
        for (int i = 0; i < partitions.size(); i++) {
            consumer.seek(partitions.get(i), next(offsets, i));
        }
    }

    @Override
    public Map<String, Long> poll(Duration atMost) {
        Map<String, Long> changed = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : consumer.poll(atMost)) {
            if (message.key() != null) {
                changed.merge(message.key(), sequence(message), Math::max);
            }
        }
        return changed;
    }

    @Override
    public Offsets position() {
        return new Offsets(
                epoch, partitions.stream().mapToLong(consumer::position).toArray());
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** A partition the offsets do not know starts at its beginning. */
    private static long next(Offsets offsets, int partition) {
        return partition < offsets.next().length ? offsets.next()[partition] : 0;
    }

    private Offsets offsets(Map<TopicPartition, Long> byPartition) {
        return new Offsets(
                epoch,
                partitions.stream()
                        .mapToLong(partition -> byPartition.getOrDefault(partition, 0L))
                        .toArray());
    }

    /** An event that does not say its version is a reason to load the aggregate in any case. */
    private static long sequence(ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader("ce_sequence");
        try {
            return header == null ? Long.MAX_VALUE : Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
        } catch (NumberFormatException malformed) {
            return Long.MAX_VALUE;
        }
    }

    private static String epoch(Map<String, Object> settings, String topic) {
        Map<String, Object> own = new HashMap<>(settings);
        own.keySet().retainAll(AdminClientConfig.configNames());
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, "index-epoch-" + topic);
        try (Admin admin = Admin.create(own)) {
            String epoch = StreamToken.epochs(admin, List.of(topic)).get(topic);
            if (epoch == null) {
                throw new KafkaException("No topic " + topic);
            }
            return epoch;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("Cannot describe " + topic, e);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> settings, String topic) {
        Map<String, Object> own = new HashMap<>(settings);
        own.keySet().retainAll(ConsumerConfig.configNames());
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        own.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, "index-" + topic);
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // What is no longer there must be noticed: the index is then built anew.
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        own.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(own, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
