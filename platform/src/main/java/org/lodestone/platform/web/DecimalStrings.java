package org.lodestone.platform.web;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Decimals travel as plain strings, so that no reader turns them into binary floats. */
final class DecimalStrings extends SimpleModule {

    private static final long serialVersionUID = 1L;

    DecimalStrings() {
        super("decimal-strings");
        addSerializer(BigDecimal.class, new Writer());
        addDeserializer(BigDecimal.class, new Reader());
    }

    private static final class Writer extends StdSerializer<BigDecimal> {

        Writer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toPlainString());
        }
    }

    private static final class Reader extends StdDeserializer<BigDecimal> {

        Reader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                return new BigDecimal(in.getString());
            }
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, in);
        }
    }
}
