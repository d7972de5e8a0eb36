package org.lodestone.platform.aggregate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** The commands an aggregate remembers having obeyed, so that the same one again is answered and not obeyed again. */
final class PastCommands {

    static final String FIELD = "_commands";
    /** The command that created it is remembered for good: its key made the id. */
    static final String FIRST = "_created";

    static final int KEPT = 100;
    private static final Duration KEPT_FOR = Duration.ofDays(7);

    private PastCommands() {}

    /** How the command was answered before; empty when it is new. */
    static Optional<Past> find(BsonDocument aggregate, @Nullable String key) {
        if (key == null) {
            return Optional.empty();
        }
        return all(aggregate).stream()
                .filter(past -> past.getString("key").getValue().equals(key))
                .findFirst()
                .map(Past::of);
    }

    static Optional<Past> first(BsonDocument aggregate) {
        return aggregate.containsKey(FIRST) ? Optional.of(Past.of(aggregate.getDocument(FIRST))) : Optional.empty();
    }

    static BsonDocument document(Command command, int status, long version) {
        BsonDocument document = new BsonDocument("fingerprint", new BsonString(command.fingerprint()))
                .append("status", new BsonInt32(status))
                .append("version", new BsonInt64(version))
                .append("at", new BsonDateTime(command.recordedAt().toEpochMilli()));
        return command.key() == null ? document : document.append("key", new BsonString(command.key()));
    }

    /** Those young enough, and the new one. */
    static BsonArray with(BsonDocument aggregate, BsonDocument added, Instant now) {
        List<BsonDocument> young = all(aggregate).stream()
                .filter(past ->
                        past.getDateTime("at").getValue() > now.minus(KEPT_FOR).toEpochMilli())
                .toList();
        BsonArray kept = new BsonArray(young.subList(Math.max(0, young.size() - KEPT + 1), young.size()));
        kept.add(added);
        return kept;
    }

    private static List<BsonDocument> all(BsonDocument aggregate) {
        return aggregate.containsKey(FIELD)
                ? aggregate.getArray(FIELD).stream().map(BsonValue::asDocument).toList()
                : List.of();
    }

    /** A command's fingerprint and the status it was answered with. */
    record Past(String fingerprint, int status) {

        private static Past of(BsonDocument document) {
            return new Past(
                    document.getString("fingerprint").getValue(),
                    document.getNumber("status").intValue());
        }

        <A extends Aggregate> Outcome<A> answer(Command command, A present) {
            return fingerprint.equals(command.fingerprint())
                    ? new Outcome.Replayed<>(present, status)
                    : new Outcome.KeyReused<>();
        }
    }
}
