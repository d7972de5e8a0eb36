package org.lodestone.notifications.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Up to when the log was heard, by whichever instance. What was done before a limit passed may not be heard yet when it passes, least of all
 * after an outage: nobody is told of a limit before everything written until then has been heard.
 */
@Component
class Hearing implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final KafkaAdmin kafka;
    private final KafkaListenerEndpointRegistry listeners;
    private final Heard heard;
    private final BusinessClock clock;
    private @Nullable Admin admin;

    Hearing(
            KafkaAdmin kafka,
            KafkaListenerEndpointRegistry listeners,
            BusinessClock clock,
            DeadlineProperties properties) {
        this.kafka = kafka;
        this.listeners = listeners;
        this.clock = clock;
        this.heard = new Heard(properties.settle());
    }

    /** Fails when the log does not answer. */
    Mono<Heard> look() {
        return Mono.fromCallable(this::admin)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::ends)
                .flatMap(ends -> positions().map(positions -> {
                    ends.forEach((partition, end) -> heard.note(partition, end, positions.getOrDefault(partition, 0L)));
                    return heard.asOf(Instant.now(), clock.now());
                }))
                .timeout(PATIENCE.multipliedBy(2))
                .doOnError(_ -> heard.forget());
    }

    /** Asked before the positions, so that whoever has reached them has heard everything that was there now. */
    private Mono<Map<String, Long>> ends(Admin asked) {
        heard.ask(Instant.now());
        Map<TopicPartition, OffsetSpec> latest = Stream.of(Topics.LEADS, Topics.REGISTRATIONS, Topics.PROJECTS)
                .flatMap(topic ->
                        IntStream.range(0, Topics.PARTITIONS).mapToObj(number -> new TopicPartition(topic, number)))
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return Mono.fromCompletionStage(() -> asked.listOffsets(latest).all().toCompletionStage())
                .map(found -> named(found, ListOffsetsResultInfo::offset));
    }

    private Mono<Map<String, Long>> positions() {
        return Mono.fromCompletionStage(() -> admin().listConsumerGroupOffsets(group())
                        .partitionsToOffsetAndMetadata()
                        .toCompletionStage())
                .map(found -> named(found, OffsetAndMetadata::offset));
    }

    /** The one the listener itself is in, whatever it was told to be. */
    private String group() {
        MessageListenerContainer listener = listeners.getListenerContainer(DeadlineListener.ID);
        String group = listener == null ? null : listener.getGroupId();
        return group == null ? DeadlineListener.GROUP : group;
    }

    private static <V> Map<String, Long> named(
            Map<TopicPartition, V> found, java.util.function.ToLongFunction<V> offset) {
        Map<String, Long> offsets = new HashMap<>();
        found.forEach((partition, value) -> {
            // Where nothing was ever heard the broker says so by nothing.
            if (value != null) {
                offsets.put(partition.toString(), offset.applyAsLong(value));
            }
        });
        return offsets;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
            settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "hearing");
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            admin = Admin.create(settings);
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(PATIENCE);
        }
    }
}
