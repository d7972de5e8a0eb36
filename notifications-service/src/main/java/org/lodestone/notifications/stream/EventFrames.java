package org.lodestone.notifications.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.stream.StreamEvent.Announcement;
import org.lodestone.notifications.stream.StreamEvent.Facts;
import org.lodestone.notifications.stream.StreamEvent.JobNews;
import org.lodestone.platform.events.CloudEvents.Envelope;
import org.lodestone.platform.events.MalformedEvent;
import org.lodestone.platform.events.StreamToken;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns records of the log into frames: parsed once for the filters, encoded once for everybody. */
@Component
class EventFrames {

    private static final byte[] DATA_FIELD = ",\"data\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "}\n\n".getBytes(StandardCharsets.US_ASCII);

    private final JsonMapper json;

    EventFrames(JsonMapper json) {
        this.json = json;
    }

    /** A type of a newer version is passed on like any other. */
    Announcement announcement(Envelope envelope, ConsumerRecord<String, byte[]> message) {
        byte[] payload = message.value();
        if (payload == null) {
            throw new MalformedEvent("no payload at " + message.offset(), null);
        }
        try {
            JsonNode data = json.readTree(payload);
            Facts facts = new Facts(
                    envelope.type(),
                    envelope.zone(),
                    text(data, "park"),
                    envelope.subject(),
                    text(data, "owner"),
                    text(data, "officer"),
                    text(data, "stage"),
                    text(data, "state"),
                    text(data, "chain"));
            return new Announcement(facts, body(envelope, onOneLine(payload) ? payload : json.writeValueAsBytes(data)));
        } catch (JacksonException malformed) {
            throw new MalformedEvent("the payload at offset " + message.offset() + " does not parse", malformed);
        }
    }

    /** Progress as its job tells it. */
    JobNews job(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || message.value() == null) {
            throw new MalformedEvent("no owner or no payload at " + message.offset(), null);
        }
        try {
            return new JobNews(message.key(), frame("job", json.readTree(message.value())));
        } catch (JacksonException malformed) {
            throw new MalformedEvent("the progress at offset " + message.offset() + " does not parse", malformed);
        }
    }

    private byte[] body(Envelope envelope, byte[] data) {
        byte[] attributes = json.writeValueAsBytes(attributes(envelope));
        ByteArrayOutputStream frame = new ByteArrayOutputStream(attributes.length + data.length + 80);
        frame.writeBytes(("event: " + oneLine(envelope.type()) + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        frame.write(attributes, 0, attributes.length - 1);
        frame.writeBytes(DATA_FIELD);
        frame.writeBytes(data);
        frame.writeBytes(END);
        return frame.toByteArray();
    }

    private static Map<String, Object> attributes(Envelope envelope) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", envelope.id());
        attributes.put("source", envelope.source());
        attributes.put("type", envelope.type());
        attributes.put("subject", envelope.subject());
        attributes.put("time", envelope.time().toString());
        attributes.put("zone", envelope.zone());
        attributes.put("sequence", String.format(Locale.ROOT, "%010d", envelope.sequence()));
        if (envelope.traceparent() != null) {
            attributes.put("traceparent", envelope.traceparent());
        }
        if (envelope.backfill()) {
            attributes.put("backfill", true);
        }
        attributes.put("datacontenttype", "application/json");
        return attributes;
    }

    /** A frame of the stream itself, made of any value. */
    byte[] frame(String event, Object data) {
        byte[] value = json.writeValueAsBytes(data);
        ByteArrayOutputStream frame = new ByteArrayOutputStream(value.length + 40);
        frame.writeBytes(("event: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(value);
        frame.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        return frame.toByteArray();
    }

    static byte[] idLine(StreamToken token) {
        return ("id: " + token + '\n').getBytes(StandardCharsets.US_ASCII);
    }

    private static @Nullable String text(JsonNode data, String field) {
        JsonNode value = data.get(field);
        return value != null && value.isString() ? value.stringValue() : null;
    }

    private static boolean onOneLine(byte[] payload) {
        for (byte b : payload) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        return true;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }
}
