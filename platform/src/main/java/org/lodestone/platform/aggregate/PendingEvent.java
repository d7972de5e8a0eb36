package org.lodestone.platform.aggregate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an aggregate's outbox: the public event, byte for byte as it will be published however often, and the private line of the
 * history.
 */
public record PendingEvent(
        long sequence,
        String type,
        Instant time,
        String zone,
        @Nullable String traceparent,
        boolean backfill,
        byte[] payload,
        BsonDocument entry) {

    static final String FIELD = "_outbox";
    /** Since when something waits; absent when nothing does, so that a partial index finds what waits. */
    static final String SINCE = "_outboxAt";

    BsonDocument document() {
        BsonDocument event = new BsonDocument("type", new BsonString(type))
                .append("time", new BsonDateTime(time.toEpochMilli()))
                .append("zone", new BsonString(zone))
                .append("backfill", BsonBoolean.valueOf(backfill))
                .append("data", new BsonString(new String(payload, StandardCharsets.UTF_8)));
        if (traceparent != null) {
            event.append("traceparent", new BsonString(traceparent));
        }
        return new BsonDocument("sequence", new BsonInt64(sequence))
                .append("event", event)
                .append("entry", entry);
    }

    static List<PendingEvent> of(BsonDocument aggregate) {
        return aggregate.containsKey(FIELD)
                ? aggregate.getArray(FIELD).stream()
                        .map(BsonValue::asDocument)
                        .map(PendingEvent::read)
                        .toList()
                : List.of();
    }

    private static PendingEvent read(BsonDocument document) {
        BsonDocument event = document.getDocument("event");
        return new PendingEvent(
                document.getNumber("sequence").longValue(),
                event.getString("type").getValue(),
                Instant.ofEpochMilli(event.getDateTime("time").getValue()),
                event.getString("zone").getValue(),
                event.containsKey("traceparent")
                        ? event.getString("traceparent").getValue()
                        : null,
                event.getBoolean("backfill").getValue(),
                event.getString("data").getValue().getBytes(StandardCharsets.UTF_8),
                document.getDocument("entry"));
    }
}
