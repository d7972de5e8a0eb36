package org.lodestone.notifications.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Rings at a person's open pages, on whichever instance they are. Only ids travel, the rows are read where they are shown. A bell that is
 * not heard costs nothing but time: the inbox is stored.
 */
@Component
public class Doorbells implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Doorbells.class);
    private static final byte[] ONLY_COUNTS = {};

    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final KafkaTemplate<String, byte[]> topic;

    Doorbells(ProducerFactory<?, ?> configured) {
        Map<String, Object> settings = new HashMap<>(configured.getConfigurationProperties());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "doorbells");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Nobody waits behind a bell: a broker that is away is not waited for.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
        producers = new DefaultKafkaProducerFactory<>(settings, new StringSerializer(), new ByteArraySerializer());
        topic = new KafkaTemplate<>(producers);
    }

    /** @param row the new row; {@code null} where only the counts changed */
    public record Doorbell(String recipient, @Nullable String row) {}

    /** Never fails. */
    public Mono<Void> ring(String recipient, @Nullable String row) {
        byte[] value = row == null ? ONLY_COUNTS : row.getBytes(StandardCharsets.US_ASCII);
        return Mono.fromFuture(() -> topic.send(Topics.INBOX, recipient, value))
                .doOnError(e -> LOG.warn("A doorbell was not rung: {}", e.toString()))
                .onErrorComplete()
                .then();
    }

    public Optional<Doorbell> read(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || message.value() == null) {
            return Optional.empty();
        }
        String row = message.value().length == 0 ? null : new String(message.value(), StandardCharsets.US_ASCII);
        return Optional.of(new Doorbell(message.key(), row));
    }

    @Override
    public void destroy() {
        producers.destroy();
    }
}
