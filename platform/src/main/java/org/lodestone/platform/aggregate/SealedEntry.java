package org.lodestone.platform.aggregate;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history that its hash holds to the line before it: {@code hash = SHA-256(previous ‖ line)}. What a line tells of values
 * (before, after, note, reason) is in the hash as {@code SHA-256(salt ‖ value)} alone, each with its own salt: erasing drops value and salt
 * and keeps that commitment, which then says nothing about the value and still proves that nothing else was changed.
 */
final class SealedEntry {

    private static final String HASH = "hash";
    private static final String CHANGES = "changes";
    private static final String SALT = "salt";
    private static final String COMMITMENT = "commitment";
    static final String ERASED = "erased";
    private static final List<String> TEXTS = List.of("note", "reason");
    private static final Set<String> APART = Set.of(
            "_id", HASH, CHANGES, "note", "reason", "noteSalt", "reasonSalt", "noteCommitment", "reasonCommitment");

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedEntry() {}

    /** What the first line of an aggregate follows: a line cannot be passed off as another aggregate's. */
    static byte[] start(String aggregate) {
        return new CanonicalBytes().text(aggregate).digest();
    }

    /** Salts the line's values and seals it; the line itself is changed and returned. */
    static BsonDocument seal(BsonDocument line, byte[] previous) {
        List<BsonDocument> changes = changes(line);
        byte[] salts = new byte[SALT_BYTES * (changes.size() + TEXTS.size())];
        RANDOM.nextBytes(salts);
        int next = 0;
        for (BsonDocument change : changes) {
            change.put(SALT, salt(salts, next++));
        }
        for (String text : TEXTS) {
            if (line.containsKey(text)) {
                line.put(text + "Salt", salt(salts, next++));
            }
        }
        line.put(HASH, new BsonBinary(digest(line, previous)));
        return line;
    }

    static byte @Nullable [] hash(BsonDocument line) {
        return binary(line, HASH);
    }

    /** The line's hash if it is what it must be; null if the line is not what was sealed. */
    static byte @Nullable [] verified(BsonDocument line, byte[] previous) {
        byte[] stored = hash(line);
        return stored != null && MessageDigest.isEqual(stored, digest(line, previous)) ? stored : null;
    }

    /** Drops the values that meet the condition, with their salts. Null when there are none. */
    static @Nullable BsonDocument erased(BsonDocument line, Predicate<BsonValue> personal) {
        BsonDocument left = line.clone();
        boolean any = false;
        for (BsonDocument change : changes(left)) {
            if (meets(change.get("before"), personal) || meets(change.get("after"), personal)) {
                drop(change, COMMITMENT, SALT, commitment(change));
                change.remove("before");
                change.remove("after");
                change.put(ERASED, BsonBoolean.TRUE);
                any = true;
            }
        }
        for (String text : TEXTS) {
            if (meets(left.get(text), personal)) {
                drop(left, text + "Commitment", text + "Salt", commitment(left, text));
                left.remove(text);
                any = true;
            }
        }
        return any ? left : null;
    }

    private static void drop(BsonDocument from, String commitment, String salt, byte @Nullable [] kept) {
        if (kept != null) {
            from.put(commitment, new BsonBinary(kept));
        }
        from.remove(salt);
    }

    private static boolean meets(@Nullable BsonValue value, Predicate<BsonValue> condition) {
        return value != null && condition.test(value);
    }

    private static byte[] digest(BsonDocument line, byte[] previous) {
        CanonicalBytes bytes = new CanonicalBytes().raw(previous);
        for (String field : new TreeSet<>(line.keySet())) {
            if (!APART.contains(field)) {
                bytes.text(field).value(line.get(field));
            }
        }
        for (BsonDocument change : changes(line)) {
            bytes.value(change.get("field")).value(orNothing(commitment(change)));
        }
        for (String text : TEXTS) {
            bytes.value(orNothing(commitment(line, text)));
        }
        return bytes.digest();
    }

    /** Null where there is no salt: a line from before the chain began. */
    private static byte @Nullable [] commitment(BsonDocument change) {
        byte[] salt = binary(change, SALT);
        return salt == null
                ? binary(change, COMMITMENT)
                : new CanonicalBytes()
                        .raw(salt)
                        .value(change.get("before"))
                        .value(change.get("after"))
                        .digest();
    }

    private static byte @Nullable [] commitment(BsonDocument line, String text) {
        byte[] salt = binary(line, text + "Salt");
        return salt == null
                ? binary(line, text + "Commitment")
                : new CanonicalBytes().raw(salt).value(line.get(text)).digest();
    }

    private static @Nullable BsonValue orNothing(byte @Nullable [] bytes) {
        return bytes == null ? null : new BsonBinary(bytes);
    }

    private static byte @Nullable [] binary(BsonDocument of, String field) {
        return of.isBinary(field) ? of.getBinary(field).getData() : null;
    }

    private static BsonBinary salt(byte[] salts, int place) {
        return new BsonBinary(Arrays.copyOfRange(salts, place * SALT_BYTES, (place + 1) * SALT_BYTES));
    }

    private static List<BsonDocument> changes(BsonDocument line) {
        return line.isArray(CHANGES)
                ? line.getArray(CHANGES).stream().map(BsonValue::asDocument).toList()
                : List.of();
    }
}
