package org.lodestone.leads.dossier;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.DirectoryEvent;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.EventConsumer;
import org.lodestone.platform.events.EventConsumers;
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

    @KafkaListener(id = "leads-projects", topics = Topics.PROJECTS)
    void hear(ConsumerRecord<String, byte[]> message) {
        consumer.project(message, ProjectEventListener::fields);
    }

    private static Mono<Document> fields(CloudEvent<?> event) {
        return switch (event.data()) {
            case ProjectEvent project -> Mono.just(ProjectFacts.of(project.project()));
            case LeadEvent _, RegistrationEvent _, DirectoryEvent _ -> Mono.empty();
        };
    }
}
