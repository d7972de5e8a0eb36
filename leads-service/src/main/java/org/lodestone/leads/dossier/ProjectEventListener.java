package org.lodestone.leads.dossier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.lodestone.contracts.DirectoryEvent;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.EventConsumer;
import org.lodestone.platform.events.EventConsumers;
import org.lodestone.platform.events.HeardEvent;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every event of a project carries what a dossier shows of it, so the last one heard says all. */
@Component
class ProjectEventListener {

    private final EventConsumer consumer;

    ProjectEventListener(EventConsumers consumers) {
        this.consumer = consumers.of(ProjectFacts.PROJECTION);
    }

    @KafkaListener(id = "leads-projects", topics = Topics.PROJECTS, batch = "true")
    void hear(List<ConsumerRecord<String, byte[]>> poll) {
        consumer.project(poll, ProjectEventListener::fields);
    }

    private static Mono<Map<String, Document>> fields(List<HeardEvent> heard) {
        Map<String, Document> fields = new LinkedHashMap<>();
        for (HeardEvent each : heard) {
            switch (each.event().data()) {
                case ProjectEvent project -> fields.put(each.event().subject(), ProjectFacts.of(project.project()));
                case LeadEvent _, RegistrationEvent _, DirectoryEvent _ -> {}
            }
        }
        return Mono.just(fields);
    }
}
