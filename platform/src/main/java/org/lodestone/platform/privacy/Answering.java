package org.lodestone.platform.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.process.ProcessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Answers what is asked about a person. Who asked asks again until answered, so nothing here has to be kept but the work itself. */
public final class Answering {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Nobody waits for the answer to an older search. */
    private static final Duration WAITED_FOR = Duration.ofMinutes(2);

    private final String service;
    private final ProcessStore<Forgetting> store;
    private final Searching searching;
    private final ForgettingRunner runner;
    private final KafkaTemplate<String, byte[]> kafka;

    Answering(
            String service,
            ProcessStore<Forgetting> store,
            Searching searching,
            ForgettingRunner runner,
            KafkaTemplate<String, byte[]> kafka) {
        this.service = service;
        this.store = store;
        this.searching = searching;
        this.runner = runner;
        this.kafka = kafka;
    }

    /** Does not wait for the work, which may take minutes. */
    @KafkaListener(id = "inquiries", groupId = "${spring.application.name}-inquiries", topics = Topics.INQUIRIES)
    public void on(ConsumerRecord<String, byte[]> message) {
        try {
            answer(JSON.readValue(message.value(), Inquiry.class)).toFuture();
        } catch (JacksonException e) {
            // Its text may be what somebody wants forgotten.
            LOG.warn("an inquiry cannot be read");
        }
    }

    Mono<Void> answer(Inquiry inquiry) {
        return switch (inquiry.kind()) {
            case SEARCH, EXPORT -> found(inquiry);
            case ERASURE ->
                store.begin(Forgetting.begin(inquiry, Instant.now()))
                        .flatMap(runner::drive)
                        .map(done -> done.answer(service))
                        .flatMap(this::tell);
        };
    }

    private Mono<Void> found(Inquiry inquiry) {
        boolean late = inquiry.askedAt().plus(WAITED_FOR).isBefore(Instant.now());
        boolean values = inquiry.kind() == Inquiry.Kind.EXPORT;
        return late
                ? Mono.empty()
                : searching
                        .look(inquiry.person(), Set.copyOf(inquiry.records()), values)
                        .map(found -> new Finding(inquiry.id(), service, found.places(), java.util.List.of()))
                        .flatMap(this::tell)
                        .onErrorResume(error -> {
                            LOG.warn(
                                    "a search is not answered: {}",
                                    error.getClass().getSimpleName());
                            return Mono.empty();
                        });
    }

    private Mono<Void> tell(Finding finding) {
        return Mono.fromFuture(() -> kafka.send(Topics.FINDINGS, finding.id(), JSON.writeValueAsBytes(finding)))
                .then();
    }
}
