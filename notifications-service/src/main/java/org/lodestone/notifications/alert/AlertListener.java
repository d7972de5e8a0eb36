package org.lodestone.notifications.alert;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.EventConsumer;
import org.lodestone.platform.events.EventConsumers;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears leads and projects. */
@Component
class AlertListener {

    private final EventConsumer consumer;
    private final AlertService alerts;

    AlertListener(EventConsumers consumers, AlertService alerts) {
        this.consumer = consumers.of("alertsHeard");
        this.alerts = alerts;
    }

    @KafkaListener(
            id = "alerts",
            groupId = "lodestone-notifications-alerts",
            topics = {Topics.LEADS, Topics.PROJECTS},
            batch = "true")
    void on(List<ConsumerRecord<String, byte[]>> poll) {
        consumer.apply(poll, heard -> alerts.tell(heard.event()));
    }
}
