package org.lodestone.leads.privacy;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.lodestone.contracts.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What was asked and answered about a person does not stay: nobody can read it any more, and the broker drops it within the hour. */
@Component
class PassingTopics {

    private static final Logger LOG = LoggerFactory.getLogger(PassingTopics.class);
    private static final long TO_THE_END = -1;

    private final KafkaAdmin kafka;

    PassingTopics(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    /** Never fails: what is left then goes by its age. An erasure that was not answered yet asks again. */
    Mono<Void> empty() {
        RecordsToDelete all = RecordsToDelete.beforeOffset(TO_THE_END);
        return Mono.using(
                        () -> Admin.create(kafka.getConfigurationProperties()),
                        admin -> Mono.fromCompletionStage(admin.deleteRecords(Map.of(
                                        new TopicPartition(Topics.INQUIRIES, 0), all,
                                        new TopicPartition(Topics.FINDINGS, 0), all))
                                .all()
                                .toCompletionStage()))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnError(error -> LOG.warn(
                        "what was asked about a person goes by its age: {}",
                        error.getClass().getSimpleName()))
                .onErrorComplete()
                .then();
    }
}
