package org.lodestone.platform.job;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lodestone.contracts.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rings at the open pages of a job's owner, on whichever instance they are, at most four times a second for each job. A bell that is not
 * heard costs nothing but time: the job itself knows how far it is.
 */
public final class JobBells implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobBells.class);
    private static final Duration BETWEEN_TWO = Duration.ofMillis(250);
    private static final long MOST_JOBS = 10_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final KafkaTemplate<String, byte[]> topic;
    /** Jobs whose last bell is younger than the pause. */
    private final Cache<String, Boolean> rung = Caffeine.newBuilder()
            .maximumSize(MOST_JOBS)
            .expireAfterWrite(BETWEEN_TWO)
            .build();

    JobBells(ProducerFactory<?, ?> configured) {
        Map<String, Object> settings = new HashMap<>(configured.getConfigurationProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "job-bells");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Nobody waits behind a bell: a broker that is away is not waited for.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        producers = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        topic = new KafkaTemplate<>(producers);
    }

    /** Says how far it is, unless it said so a moment ago. Never fails, and does not wait for the broker. */
    public void progressed(JobProgress progress) {
        if (rung.asMap().putIfAbsent(progress.id(), true) == null) {
            ring(progress);
        }
    }

    /** The same for a state that is reached: always said. */
    public void reached(JobProgress progress) {
        rung.put(progress.id(), true);
        ring(progress);
    }

    private void ring(JobProgress progress) {
        Mono.fromFuture(() -> topic.send(Topics.JOBS, progress.owner(), JSON.writeValueAsBytes(progress)))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnError(e -> LOG.warn("A job's progress was not told: {}", e.toString()))
                .onErrorComplete()
                .subscribe();
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
