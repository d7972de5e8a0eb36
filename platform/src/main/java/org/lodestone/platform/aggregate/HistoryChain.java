package org.lodestone.platform.aggregate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.jspecify.annotations.Nullable;

/**
 * The chain of an aggregate's history. Its head lies in the aggregate itself, written by the same guarded update as the line: so writers
 * cannot fork it, relaying needs no read for it, and lines taken away from the end are missed.
 *
 * @param head hash of the newest line
 * @param since sequence of its first line: what is older was written before there was a chain
 */
record HistoryChain(byte[] head, long since) {

    static final String FIELD = "_chain";

    static @Nullable HistoryChain of(BsonDocument aggregate) {
        if (!aggregate.isDocument(FIELD)) {
            return null;
        }
        BsonDocument chain = aggregate.getDocument(FIELD);
        return new HistoryChain(
                chain.getBinary("head").getData(), chain.getNumber("since").longValue());
    }

    /** Seals the line that follows; what comes back is the new head for the aggregate. */
    static BsonDocument extend(@Nullable HistoryChain chain, String aggregate, long sequence, BsonDocument line) {
        SealedEntry.seal(line, chain == null ? SealedEntry.start(aggregate) : chain.head());
        return new BsonDocument("head", new BsonBinary(Objects.requireNonNull(SealedEntry.hash(line))))
                .append("since", new BsonInt64(chain == null ? sequence : chain.since()));
    }

    /**
     * @param aggregate as it was read before the lines
     * @param lines everything the history has under this aggregate
     * @param version of the aggregate as it was read after them: lines beyond it cannot be
     */
    static HistoryVerification verify(BsonDocument aggregate, List<BsonDocument> lines, long version) {
        String id = aggregate.getString("_id").getValue();
        long newest = aggregate.getNumber("version").longValue();
        HistoryChain chain = of(aggregate);
        if (chain == null) {
            return HistoryVerification.intact(0, newest);
        }
        Map<Long, BsonDocument> bySequence = new TreeMap<>();
        PendingEvent.of(aggregate).forEach(pending -> bySequence.put(pending.sequence(), pending.entry()));
        Long strange = null;
        for (BsonDocument line : lines) {
            long sequence = line.getNumber("sequence").longValue();
            String place = line.getString("_id").getValue();
            boolean belongs = place.equals(id + ':' + sequence) && sequence >= 1 && sequence <= version;
            if (belongs && (sequence >= chain.since() || SealedEntry.hash(line) == null)) {
                bySequence.put(sequence, line);
            } else {
                strange = earlier(strange, belongs ? sequence : sequenceOf(place, sequence));
            }
        }
        return chain.walk(id, bySequence, newest, strange);
    }

    private HistoryVerification walk(String id, Map<Long, BsonDocument> lines, long newest, @Nullable Long strange) {
        byte[] previous = SealedEntry.start(id);
        long last = strange == null ? newest : Math.min(newest, strange - 1);
        for (long sequence = since; sequence <= last; sequence++) {
            BsonDocument line = lines.get(sequence);
            byte[] hash = line == null ? null : SealedEntry.verified(line, previous);
            if (hash == null) {
                return HistoryVerification.broken(sequence - since, since - 1, sequence);
            }
            previous = hash;
        }
        if (strange != null) {
            return HistoryVerification.broken(Math.max(0, last - since + 1), since - 1, strange);
        }
        return java.security.MessageDigest.isEqual(previous, head)
                ? HistoryVerification.intact(newest - since + 1, since - 1)
                : HistoryVerification.broken(newest - since, since - 1, newest);
    }

    /** Where it lies, not what it says, unless that is no number. */
    private static long sequenceOf(String place, long said) {
        String number = place.substring(place.lastIndexOf(':') + 1);
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : said;
    }

    private static Long earlier(@Nullable Long one, long other) {
        return one == null ? other : Math.min(one, other);
    }
}
