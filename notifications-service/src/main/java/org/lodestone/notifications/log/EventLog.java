package org.lodestone.notifications.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Opens consumers that belong to no group: partitions are assigned by hand, nothing is committed. */
@Component
public class EventLog {

    private final Map<String, Object> consumerSettings;
    private final Map<String, Object> adminSettings;

    EventLog(ConsumerFactory<?, ?> consumers, KafkaAdmin admin) {
        consumerSettings = new HashMap<>(consumers.getConfigurationProperties());
        consumerSettings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumerSettings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumerSettings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // A position that is gone must be noticed, not jumped over.
        consumerSettings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumerSettings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        adminSettings = new HashMap<>(admin.getConfigurationProperties());
    }

    public Consumer<String, byte[]> open(String clientId) {
        Map<String, Object> settings = new HashMap<>(consumerSettings);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(adminSettings);
    }

    /** All partitions of the topics, in order; throws while one of them does not exist. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, List<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            int count = consumer.partitionsFor(topic).size();
            if (count == 0) {
                throw new IllegalStateException("topic " + topic + " does not exist yet");
            }
            for (int i = 0; i < count; i++) {
                partitions.add(new TopicPartition(topic, i));
            }
        }
        return partitions;
    }
}
