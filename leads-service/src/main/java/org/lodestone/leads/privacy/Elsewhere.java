package org.lodestone.leads.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.privacy.Finding;
import org.lodestone.platform.privacy.Inquiry;
import org.lodestone.platform.privacy.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.PartitionOffset;
import org.springframework.kafka.annotation.TopicPartition;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks the other services about a person. Every instance hears all answers, so whichever asked knows them. */
@Component
class Elsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LOOK = Duration.ofMillis(200);

    private final List<String> services;
    private final Duration patience;
    private final KafkaTemplate<String, byte[]> kafka;
    private final PassingTopics topics;
    private final Cache<String, Map<String, Finding>> heard =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();

    Elsewhere(PrivacyProperties properties, KafkaTemplate<String, byte[]> kafka, PassingTopics topics) {
        this.services = properties.services();
        this.patience = properties.patience();
        this.kafka = kafka;
        this.topics = topics;
    }

    /** @param unanswered services that did not answer in time */
    record Answers(Collection<Finding> findings, List<String> unanswered) {}

    @KafkaListener(
            id = "findings",
            topicPartitions =
                    @TopicPartition(
                            topic = Topics.FINDINGS,
                            partitionOffsets = @PartitionOffset(partition = "0", initialOffset = "0")))
    void on(ConsumerRecord<String, byte[]> message) {
        try {
            Finding finding = JSON.readValue(message.value(), Finding.class);
            heard.get(finding.id(), _ -> new ConcurrentHashMap<>()).put(finding.service(), finding);
        } catch (JacksonException e) {
            // Its text may be what somebody wants forgotten.
            LOG.warn("a finding cannot be read");
        }
    }

    /** Waits for all of them, and not for ever. Whether or not they answered, nothing of what was asked stays. */
    Mono<Answers> ask(Inquiry inquiry) {
        if (services.isEmpty()) {
            return Mono.just(new Answers(List.of(), List.of()));
        }
        return Mono.fromFuture(() -> kafka.send(Topics.INQUIRIES, inquiry.id(), JSON.writeValueAsBytes(inquiry)))
                .thenMany(Flux.interval(LOOK).onBackpressureDrop())
                .map(_ -> answers(inquiry.id()))
                .filter(answers -> answers.unanswered().isEmpty())
                .next()
                .timeout(patience, Mono.fromSupplier(() -> answers(inquiry.id())))
                .flatMap(answers -> topics.empty().thenReturn(answers));
    }

    private Answers answers(String id) {
        Map<String, Finding> known = heard.get(id, _ -> new ConcurrentHashMap<>());
        List<String> missing =
                services.stream().filter(service -> !known.containsKey(service)).toList();
        return new Answers(List.copyOf(known.values()), missing);
    }

    /** @throws IllegalStateException where somebody has not answered yet; asked again, they may have */
    Mono<Erasure> finish(Erasure erasure, Person person, Instant now) {
        Inquiry inquiry = new Inquiry(
                erasure.id(),
                Inquiry.Kind.ERASURE,
                now,
                person,
                erasure.course().records());
        return ask(inquiry).map(answers -> {
            if (!answers.unanswered().isEmpty()) {
                throw new IllegalStateException("an erasure waits for " + answers.unanswered());
            }
            return erasure.answered(answers.findings(), now);
        });
    }
}
