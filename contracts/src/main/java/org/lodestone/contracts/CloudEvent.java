package org.lodestone.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0 in Kafka's binary mode: attributes are headers prefixed {@code ce_}, the record's key is {@code subject}, its value the
 * JSON of {@code data}.
 *
 * @param id unique: {@code <aggregate id>:<sequence>}
 * @param source the aggregate as a path, e.g. {@code /leads/01JD…}
 * @param subject id of the aggregate
 * @param sequence version of the aggregate after this event; starts at 1, without gaps
 * @param traceparent W3C trace context of the command
 * @param backfill history being brought in: consumers project and index it, and send nothing
 */
public record CloudEvent<E extends Event>(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String zone,
        long sequence,
        @Nullable String traceparent,
        boolean backfill,
        E data) {}
