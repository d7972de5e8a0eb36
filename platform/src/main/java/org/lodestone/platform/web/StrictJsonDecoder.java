package org.lodestone.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import tools.jackson.databind.json.JsonMapper;

/** Reads request bodies by {@link StrictJson}, behind Spring's limits and media types. */
final class StrictJsonDecoder extends JacksonJsonDecoder {

    private final StrictJson strict;

    StrictJsonDecoder(JsonMapper json, StrictJson strict) {
        super(json);
        this.strict = strict;
    }

    @Override
    public Object decode(
            DataBuffer buffer, ResolvableType type, @Nullable MimeType mimeType, @Nullable Map<String, Object> hints) {
        try {
            byte[] bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            return strict.read(bytes, type.getType());
        } finally {
            DataBufferUtils.release(buffer);
        }
    }
}
