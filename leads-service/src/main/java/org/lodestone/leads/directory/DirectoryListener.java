package org.lodestone.leads.directory;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.DirectoryEvent;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.CloudEvents;
import org.lodestone.platform.events.MalformedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.PartitionOffset;
import org.springframework.kafka.annotation.TopicPartition;
import org.springframework.stereotype.Component;

/** Hears what other instances changed. Every instance reads the whole topic, so no group shares it out. */
@Component
class DirectoryListener {

    private static final Logger log = LoggerFactory.getLogger(DirectoryListener.class);

    private final Directory directory;

    DirectoryListener(Directory directory) {
        this.directory = directory;
    }

    @KafkaListener(
            id = "leads-directory",
            groupId = "leads-directory",
            concurrency = "1",
            topicPartitions =
                    @TopicPartition(
                            topic = Topics.DIRECTORY,
                            partitionOffsets = @PartitionOffset(partition = "0-11", initialOffset = "0")))
    void hear(ConsumerRecord<String, byte[]> message) {
        try {
            CloudEvents.readKnown(message).ifPresent(event -> {
                if (event.data() instanceof DirectoryEvent entry) {
                    directory.put(Entry.heard(event.sequence(), entry));
                }
            });
        } catch (MalformedEvent e) {
            log.error("An entry of the directory cannot be read and is left out: offset {}", message.offset(), e);
        }
    }
}
