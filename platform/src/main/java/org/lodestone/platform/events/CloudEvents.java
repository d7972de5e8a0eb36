package org.lodestone.platform.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.Event;
import org.lodestone.contracts.EventTypes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * CloudEvents in Kafka's binary mode. The bytes of an event are a contract, so they come from a mapper of their own, which no service's
 * settings can change.
 */
public final class CloudEvents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            // As declared: people read these.
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // A newer writer may say more.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CloudEvents() {}

    /** The payload, as it is stored, published and compared. */
    public static byte[] payload(Event event) {
        return JSON.writeValueAsBytes(event);
    }

    /** The record that carries an event; its key, and so its partition, is the aggregate's id. */
    public static ProducerRecord<String, byte[]> record(String topic, Envelope envelope, byte[] payload) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, envelope.subject(), payload);
        Headers headers = message.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", envelope.id());
        put(headers, "ce_source", envelope.source());
        put(headers, "ce_type", envelope.type());
        put(headers, "ce_subject", envelope.subject());
        put(headers, "ce_time", envelope.time().toString());
        put(headers, "ce_zone", envelope.zone());
        put(headers, "ce_sequence", String.format(Locale.ROOT, "%010d", envelope.sequence()));
        put(headers, "content-type", "application/json");
        if (envelope.backfill()) {
            put(headers, "ce_backfill", "true");
        }
        if (envelope.traceparent() != null) {
            put(headers, "ce_traceparent", envelope.traceparent());
            put(headers, "traceparent", envelope.traceparent());
        }
        return message;
    }

    /** Everything about the event but its payload. */
    public static Envelope envelope(ConsumerRecord<String, byte[]> message) {
        Headers headers = message.headers();
        try {
            return new Envelope(
                    required(headers, "ce_id"),
                    required(headers, "ce_source"),
                    required(headers, "ce_type"),
                    required(headers, "ce_subject"),
                    Instant.parse(required(headers, "ce_time")),
                    required(headers, "ce_zone"),
                    Long.parseLong(required(headers, "ce_sequence")),
                    optional(headers, "ce_traceparent"),
                    "true".equals(optional(headers, "ce_backfill")));
        } catch (DateTimeException | NumberFormatException malformed) {
            throw new MalformedEvent("a header of " + at(message) + " does not parse", malformed);
        }
    }

    /**
     * The event with its payload.
     *
     * @throws MalformedEvent also for a type this version does not know; {@link #readKnown} tells them apart
     */
    public static CloudEvent<?> read(ConsumerRecord<String, byte[]> message) {
        return readKnown(message).orElseThrow(() -> new MalformedEvent("unknown type at " + at(message), null));
    }

    /** Empty for a type of a newer version: a reader counts it and goes on. */
    public static Optional<CloudEvent<?>> readKnown(ConsumerRecord<String, byte[]> message) {
        Envelope envelope = envelope(message);
        return EventTypes.classOf(envelope.type()).map(type -> envelope.with(payload(message, type)));
    }

    private static <E extends Event> E payload(ConsumerRecord<String, byte[]> message, Class<E> type) {
        try {
            E event = message.value() == null ? null : JSON.readValue(message.value(), type);
            if (event == null) {
                throw new MalformedEvent("no payload at " + at(message), null);
            }
            return event;
        } catch (JacksonException malformed) {
            throw new MalformedEvent("the payload at " + at(message) + " does not parse", malformed);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(Headers headers, String name) {
        String value = optional(headers, name);
        if (value == null) {
            throw new MalformedEvent("no header " + name, null);
        }
        return value;
    }

    private static @Nullable String optional(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String at(ConsumerRecord<?, ?> message) {
        return message.topic() + '-' + message.partition() + '@' + message.offset();
    }

    /** The attributes of a {@link CloudEvent}, for who does not need its payload or does not know its type. */
    public record Envelope(
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String zone,
            long sequence,
            @Nullable String traceparent,
            boolean backfill) {

        <E extends Event> CloudEvent<E> with(E data) {
            return new CloudEvent<>(id, source, type, subject, time, zone, sequence, traceparent, backfill, data);
        }
    }
}
