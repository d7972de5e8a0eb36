package org.lodestone.platform.observability;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** No phone or identity card number reaches a log, whichever member it is in: message, context or stack trace. */
public final class MaskedLogs implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

    @Override
    public void customize(JsonWriter.Members<ILoggingEvent> members) {
        members.applyingValueProcessor(
                ValueProcessor.of(String.class, value -> value == null ? null : Masking.text(value)));
    }
}
