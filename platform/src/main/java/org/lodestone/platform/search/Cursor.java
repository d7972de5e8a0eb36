package org.lodestone.platform.search;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the last item's sort values and id. It is opaque, and only good for the order it was made with. */
final class Cursor {

    private static final int FORMAT = 1;
    private static final int MAX_LENGTH = 4096;

    private Cursor() {}

    static String after(Ordering ordering, FieldDoc last) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORMAT);
            out.writeInt(ordering.text().hashCode());
            for (int i = 0; i < ordering.keys().size(); i++) {
                Object value = last.fields[i];
                switch (ordering.keys().get(i)) {
                    case RANK -> out.writeFloat((Float) value);
                    case NUMBER -> out.writeLong((Long) value);
                    case STRING -> write(out, (BytesRef) value);
                }
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FieldDoc read(Ordering ordering, String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw invalid();
        }
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
            if (in.readByte() != FORMAT || in.readInt() != ordering.text().hashCode()) {
                throw invalid();
            }
            @Nullable Object[] values = new @Nullable Object[ordering.keys().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = switch (ordering.keys().get(i)) {
                    case RANK -> rank(in.readFloat());
                    case NUMBER -> in.readLong();
                    case STRING -> readString(in);
                };
            }
            if (in.available() > 0 || values[values.length - 1] == null) {
                throw invalid();
            }
            // Ids are unique, so what equals the cursor is its own item: as if it came last among equals.
            return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values);
        } catch (IOException | IllegalArgumentException notOurs) {
            throw invalid();
        }
    }

    private static float rank(float value) {
        if (!Float.isFinite(value)) {
            throw invalid();
        }
        return value;
    }

    private static void write(DataOutputStream out, @Nullable BytesRef value) throws IOException {
        out.writeShort(value == null ? -1 : value.length);
        if (value != null) {
            out.write(value.bytes, value.offset, value.length);
        }
    }

    private static @Nullable BytesRef readString(DataInputStream in) throws IOException {
        int length = in.readShort();
        if (length < -1) {
            throw invalid();
        }
        return length == -1 ? null : new BytesRef(in.readNBytes(length));
    }

    private static InvalidSearchException invalid() {
        return new InvalidSearchException("cursor", "not a cursor of this list");
    }
}
