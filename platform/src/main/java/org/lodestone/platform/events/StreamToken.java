package org.lodestone.platform.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * A position in the event log, as {@code X-Stream-Position} and as the {@code id:} of a stream's frames:
 * {@code 1.<epoch>.<base64url(varints)>}.
 *
 * <p>The epoch is four characters for each topic, taken from its name and topic id, so that a position of another cluster, or of a topic
 * that was made anew, is recognised. The varints are, topic by topic, the number of partitions and the <em>next</em> offset of each. The
 * same for all instances; never used for authorization.
 */
public final class StreamToken {

    /** Longer texts are not even looked at. */
    public static final int MAX_LENGTH = 2048;

    private static final String VERSION = "1";
    private static final int EPOCH_LENGTH = 4;
    private static final int MAX_PARTITIONS = 1000;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, long[]> nextByEpoch;

    private StreamToken(Map<String, long[]> nextByEpoch) {
        this.nextByEpoch = nextByEpoch;
    }

    /** @param nextByEpoch next offset of each partition, by the {@linkplain #epochOf epoch} of the topic */
    public static StreamToken of(Map<String, long[]> nextByEpoch) {
        Map<String, long[]> copy = new LinkedHashMap<>();
        nextByEpoch.forEach((epoch, next) -> {
            if (epoch.length() != EPOCH_LENGTH) {
                throw new IllegalArgumentException("not the epoch of a topic: " + epoch);
            }
            copy.put(epoch, next.clone());
        });
        return new StreamToken(copy);
    }

    /** Four characters that name this incarnation of the topic. */
    public static String epochOf(String topic, Uuid topicId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((topic + '/' + topicId).getBytes(StandardCharsets.UTF_8));
            return ENCODER.encodeToString(Arrays.copyOf(digest, 3));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Asks the broker for the topic ids, in the order given. Blocks up to 10 s. */
    public static Map<String, String> epochs(Admin admin, Collection<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        var described = admin.describeTopics(topics).allTopicNames().get(10, TimeUnit.SECONDS);
        Map<String, String> epochs = new LinkedHashMap<>();
        for (String topic : topics) {
            epochs.put(
                    topic,
                    epochOf(
                            topic,
                            java.util.Objects.requireNonNull(described.get(topic))
                                    .topicId()));
        }
        return epochs;
    }

    /** Empty for anything that is not a well-formed token. */
    public static Optional<StreamToken> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3
                || !parts[0].equals(VERSION)
                || parts[1].isEmpty()
                || parts[1].length() % EPOCH_LENGTH != 0) {
            return Optional.empty();
        }
        try {
            return read(parts[1], Base64.getUrlDecoder().decode(parts[2]));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<StreamToken> read(String epochs, byte[] body) {
        Varints in = new Varints(body);
        Map<String, long[]> next = new LinkedHashMap<>();
        for (int at = 0; at < epochs.length(); at += EPOCH_LENGTH) {
            long partitions = in.next();
            if (partitions < 0 || partitions > MAX_PARTITIONS) {
                return Optional.empty();
            }
            long[] offsets = new long[(int) partitions];
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = in.next();
                if (offsets[i] < 0) {
                    return Optional.empty();
                }
            }
            if (next.put(epochs.substring(at, at + EPOCH_LENGTH), offsets) != null) {
                return Optional.empty();
            }
        }
        return in.atEnd() ? Optional.of(new StreamToken(next)) : Optional.empty();
    }

    /** Both positions in one; of a topic that both name, partition by partition the earlier. */
    public StreamToken merge(StreamToken other) {
        Map<String, long[]> merged = new LinkedHashMap<>(nextByEpoch);
        other.nextByEpoch.forEach((epoch, next) -> merged.merge(epoch, next, StreamToken::earlier));
        return new StreamToken(merged);
    }

    private static long[] earlier(long[] a, long[] b) {
        // A partition that one of them lacks starts at 0, which is the earlier.
        long[] result = new long[Math.min(a.length, b.length)];
        Arrays.setAll(result, i -> Math.min(a[i], b[i]));
        return result;
    }

    /** Next offsets of a topic; {@code null} if the token does not speak of it. Partitions beyond the array start at 0. */
    public long @Nullable [] next(String epoch) {
        long[] next = nextByEpoch.get(epoch);
        return next == null ? null : next.clone();
    }

    public Collection<String> epochs() {
        return nextByEpoch.keySet();
    }

    @Override
    public String toString() {
        StringBuilder epochs = new StringBuilder();
        int values =
                nextByEpoch.values().stream().mapToInt(next -> next.length + 1).sum();
        byte[] body = new byte[values * 10];
        int length = 0;
        for (Map.Entry<String, long[]> topic : nextByEpoch.entrySet()) {
            epochs.append(topic.getKey());
            length = Varints.write(topic.getValue().length, body, length);
            for (long offset : topic.getValue()) {
                length = Varints.write(offset, body, length);
            }
        }
        return VERSION + '.' + epochs + '.' + ENCODER.encodeToString(Arrays.copyOf(body, length));
    }

    /** Unsigned LEB128, as Protocol Buffers have it. */
    private static final class Varints {

        private final byte[] bytes;
        private int at;

        Varints(byte[] bytes) {
            this.bytes = bytes;
        }

        /** -1 where there is none, or one that is too long. */
        long next() {
            long value = 0;
            for (int shift = 0; shift < 63 && at < bytes.length; shift += 7) {
                byte b = bytes[at++];
                value |= (long) (b & 0x7f) << shift;
                if (b >= 0) {
                    return value;
                }
            }
            return -1;
        }

        boolean atEnd() {
            return at == bytes.length;
        }

        static int write(long value, byte[] to, int at) {
            long rest = value;
            int i = at;
            while (rest > 0x7f) {
                to[i++] = (byte) (rest & 0x7f | 0x80);
                rest >>>= 7;
            }
            to[i++] = (byte) rest;
            return i;
        }
    }
}
