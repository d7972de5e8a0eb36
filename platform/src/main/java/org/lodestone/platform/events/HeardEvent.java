package org.lodestone.platform.events;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.CloudEvent;

/** An event, and the record that carried it. */
public record HeardEvent(CloudEvent<?> event, ConsumerRecord<String, byte[]> message) {

    public String partition() {
        return message.topic() + '-' + message.partition();
    }

    /** When it was put into the log, which is later than what it tells of. */
    public Instant publishedAt() {
        return Instant.ofEpochMilli(message.timestamp());
    }
}
