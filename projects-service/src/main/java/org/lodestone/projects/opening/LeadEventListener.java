package org.lodestone.projects.opening;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.DirectoryEvent;
import org.lodestone.contracts.LeadAssessed;
import org.lodestone.contracts.LeadAssigned;
import org.lodestone.contracts.LeadCaptured;
import org.lodestone.contracts.LeadChanged;
import org.lodestone.contracts.LeadConverted;
import org.lodestone.contracts.LeadDeadlinesChanged;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.LeadFollowedUp;
import org.lodestone.contracts.LeadProjectHandedOver;
import org.lodestone.contracts.LeadStateChanged;
import org.lodestone.contracts.LeadWithdrawn;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.events.EventConsumer;
import org.lodestone.platform.events.EventConsumers;
import org.lodestone.platform.privacy.Forgotten;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.projects.project.Opening;
import org.lodestone.projects.project.ProjectService;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A converted lead opens its project, and may give it to another officer; each once however often the event is heard. */
@Component
class LeadEventListener {

    private final ProjectService projects;
    private final BusinessClock clock;
    private final Forgotten forgotten;
    private final EventConsumer consumer;

    LeadEventListener(ProjectService projects, BusinessClock clock, Forgotten forgotten, EventConsumers consumers) {
        this.projects = projects;
        this.clock = clock;
        this.forgotten = forgotten;
        this.consumer = consumers.of("openings");
    }

    @KafkaListener(id = "projects-opening", topics = Topics.LEADS, batch = "true")
    void hear(List<ConsumerRecord<String, byte[]>> poll) {
        consumer.apply(poll, heard -> react(heard.event(), heard.publishedAt()));
    }

    private Mono<Void> react(CloudEvent<?> event, Instant said) {
        return switch (event.data()) {
            case LeadEvent lead -> react(event, lead, said);
            case RegistrationEvent _, ProjectEvent _, DirectoryEvent _ -> Mono.empty();
        };
    }

    private Mono<Void> react(CloudEvent<?> event, LeadEvent lead, Instant said) {
        return switch (lead) {
            case LeadConverted converted -> open(event, converted, said);
            case LeadProjectHandedOver handed -> handOver(event, handed);
            case LeadCaptured _,
                    LeadChanged _,
                    LeadStateChanged _,
                    LeadFollowedUp _,
                    LeadAssessed _,
                    LeadAssigned _,
                    LeadDeadlinesChanged _,
                    LeadWithdrawn _ -> Mono.empty();
        };
    }

    private Mono<Void> handOver(CloudEvent<?> event, LeadProjectHandedOver handed) {
        Command command = command("handover:" + event.id(), event, handed);
        return projects.handOver(handed.projectId(), handed.from(), handed.to(), command);
    }

    private Command command(String key, CloudEvent<?> event, LeadEvent lead) {
        return new Command(
                Scope.system(), key, key, null, event.time(), lead.lead().by(), clock.now(), event.backfill());
    }

    private Mono<Void> open(CloudEvent<?> event, LeadConverted lead, Instant said) {
        Command command = command("opening:" + event.subject(), event, lead);
        Opening opening = new Opening(lead.projectId(), event.subject(), lead, false);
        return forgotten
                .since(said, event.subject())
                .flatMap(since -> projects.open(since ? opening.withoutName() : opening, command));
    }
}
