package org.lodestone.platform.aggregate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over values in one form only, whatever a database made of them on the way: keys in order, whole numbers of any width alike, every
 * part with its length before it, so that no two values have the same bytes.
 */
final class CanonicalBytes {

    /** Every value of a line has a digest of its own: to look for who makes digests costs more than to copy one. */
    private static final MessageDigest UNUSED = unused();

    private final MessageDigest sha;
    private final byte[] head = new byte[1 + Integer.BYTES];

    CanonicalBytes() {
        try {
            sha = (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 can be copied in every Java runtime", e);
        }
    }

    private static MessageDigest unused() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    byte[] digest() {
        return sha.digest();
    }

    CanonicalBytes raw(byte[] bytes) {
        sha.update(bytes);
        return this;
    }

    CanonicalBytes text(String text) {
        return sized('s', text.getBytes(StandardCharsets.UTF_8));
    }

    CanonicalBytes value(@Nullable BsonValue value) {
        if (value == null) {
            return sized('n', new byte[0]);
        }
        return switch (value.getBsonType()) {
            case STRING -> text(value.asString().getValue());
            case INT32, INT64 -> plain('i', Long.toString(value.asNumber().longValue()));
            case BOOLEAN -> plain('b', Boolean.toString(value.asBoolean().getValue()));
            case DATE_TIME -> plain('z', Long.toString(value.asDateTime().getValue()));
            case BINARY -> sized('x', value.asBinary().getData());
            case ARRAY -> array(value.asArray());
            case DOCUMENT -> document(value.asDocument());
            case NULL -> sized('n', new byte[0]);
            case DOUBLE,
                    DECIMAL128,
                    END_OF_DOCUMENT,
                    UNDEFINED,
                    OBJECT_ID,
                    REGULAR_EXPRESSION,
                    DB_POINTER,
                    JAVASCRIPT,
                    SYMBOL,
                    JAVASCRIPT_WITH_SCOPE,
                    TIMESTAMP,
                    MIN_KEY,
                    MAX_KEY -> plain('o', value.toString());
        };
    }

    private CanonicalBytes array(BsonArray items) {
        count('a', items.size());
        items.forEach(this::value);
        return this;
    }

    private CanonicalBytes document(BsonDocument fields) {
        count('d', fields.size());
        for (String key : new TreeSet<>(fields.keySet())) {
            text(key).value(fields.get(key));
        }
        return this;
    }

    private CanonicalBytes plain(char kind, String text) {
        return sized(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private CanonicalBytes sized(char kind, byte[] bytes) {
        count(kind, bytes.length);
        sha.update(bytes);
        return this;
    }

    private void count(char kind, int count) {
        ByteBuffer.wrap(head).put((byte) kind).putInt(count);
        sha.update(head);
    }
}
