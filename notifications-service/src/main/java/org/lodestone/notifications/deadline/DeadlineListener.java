package org.lodestone.notifications.deadline;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.EventConsumer;
import org.lodestone.platform.events.EventConsumers;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears the clocks of leads, registrations and projects, from the first event on. */
@Component
class DeadlineListener {

    static final String ID = "deadlines";
    static final String GROUP = "lodestone-notifications-deadlines";

    private final EventConsumer consumer;
    private final Deadlines deadlines;

    DeadlineListener(EventConsumers consumers, Deadlines deadlines) {
        this.consumer = consumers.of(Deadlines.COLLECTION);
        this.deadlines = deadlines;
    }

    @KafkaListener(
            id = ID,
            groupId = GROUP,
            topics = {Topics.LEADS, Topics.REGISTRATIONS, Topics.PROJECTS},
            batch = "true")
    void on(List<ConsumerRecord<String, byte[]>> poll) {
        consumer.project(poll, deadlines::hear);
    }
}
