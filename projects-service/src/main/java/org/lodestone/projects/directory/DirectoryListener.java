package org.lodestone.projects.directory;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.CalendarChanged;
import org.lodestone.contracts.ChainChanged;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.DirectoryEvent;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.ParkChanged;
import org.lodestone.contracts.PersonAbsencesChanged;
import org.lodestone.contracts.PersonChanged;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.Topics;
import org.lodestone.contracts.ZoneChanged;
import org.lodestone.platform.events.CloudEvents;
import org.lodestone.platform.events.MalformedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.PartitionOffset;
import org.springframework.kafka.annotation.TopicPartition;
import org.springframework.stereotype.Component;

/** Hears the directory from its first entry on, in every instance: it is small, compacted, and kept in memory. */
@Component
class DirectoryListener {

    private static final Logger log = LoggerFactory.getLogger(DirectoryListener.class);

    private final Directory directory;

    DirectoryListener(Directory directory) {
        this.directory = directory;
    }

    @KafkaListener(
            id = "projects-directory",
            groupId = "projects-directory",
            topicPartitions =
                    @TopicPartition(
                            topic = Topics.DIRECTORY,
                            partitionOffsets = @PartitionOffset(partition = "0-11", initialOffset = "0")))
    void hear(ConsumerRecord<String, byte[]> message) {
        try {
            CloudEvents.readKnown(message).map(CloudEvent::data).ifPresent(event -> {
                switch (event) {
                    case DirectoryEvent entry -> learn(entry);
                    case LeadEvent _, RegistrationEvent _, ProjectEvent _ ->
                        log.warn("Not of the directory: {}", event.getClass().getSimpleName());
                }
            });
        } catch (MalformedEvent e) {
            log.error("An entry of the directory cannot be read and is left out: offset {}", message.offset(), e);
        }
    }

    private void learn(DirectoryEvent entry) {
        switch (entry) {
            case ZoneChanged zone -> directory.learn(zone);
            case CalendarChanged year -> directory.learn(year);
            case PersonChanged person -> directory.learn(person);
            case ParkChanged _, ChainChanged _, PersonAbsencesChanged _ ->
                log.trace("Of no use here: {}", entry.zone());
        }
    }
}
