package org.lodestone.platform.aggregate;

import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.EventTypes;

/** One obeyed command as one document or one update: state, version, event, history and the command itself. */
record Change<A extends Aggregate>(Publishing publishing, RecordCodec<A> codec, Command command, int status) {

    /** A bigger event would not fit the broker's and the streams' limits; nothing of the business needs one. */
    private static final int EVENT_BYTES_AT_MOST = 64 * 1024;

    /** What is written, and the event it leaves to be published. */
    record Written(BsonDocument document, PendingEvent event) {}

    Written first(Decision<A> decision) {
        BsonDocument document = codec.document(decision.next(), 1);
        document.put(PastCommands.FIRST, PastCommands.document(command, status, 1));
        BsonDocument line = line(1, null, decision);
        document.put(
                HistoryChain.FIELD, HistoryChain.extend(null, decision.next().id(), 1, line));
        PendingEvent event = pending(1, decision, line);
        document.put(PendingEvent.FIELD, new BsonArray(List.of(event.document())));
        document.put(PendingEvent.SINCE, since());
        return new Written(document, event);
    }

    Written next(BsonDocument stored, Decision<A> decision) {
        A current = codec.aggregate(stored);
        long version = current.version() + 1;
        BsonDocument before = codec.document(current, current.version());
        BsonDocument after = codec.document(decision.next(), version);
        if (!current.id().equals(decision.next().id())) {
            throw new IllegalArgumentException("a decision must not change the id of " + current.id());
        }
        BsonDocument set = changed(before, after);
        set.put(PendingEvent.SINCE, since());
        if (command.key() != null) {
            BsonDocument obeyed = PastCommands.document(command, status, version);
            set.put(PastCommands.FIELD, PastCommands.with(stored, obeyed, command.recordedAt()));
        }
        BsonDocument line = line(version, current, decision);
        set.put(HistoryChain.FIELD, HistoryChain.extend(HistoryChain.of(stored), current.id(), version, line));
        PendingEvent event = pending(version, decision, line);
        BsonDocument update =
                new BsonDocument("$set", set).append("$push", new BsonDocument(PendingEvent.FIELD, event.document()));
        BsonDocument unset = gone(before, after);
        return new Written(unset.isEmpty() ? update : update.append("$unset", unset), event);
    }

    private PendingEvent pending(long version, Decision<A> decision, BsonDocument line) {
        byte[] payload = publishing.payload().apply(decision.event());
        if (payload.length > EVENT_BYTES_AT_MOST) {
            throw new IllegalArgumentException("an event of " + payload.length + " bytes is too large to publish");
        }
        return new PendingEvent(
                version,
                EventTypes.nameOf(decision.event().getClass()),
                command.at(),
                decision.event().zone(),
                publishing.traceparent(),
                command.backfill(),
                payload,
                line);
    }

    private BsonDocument line(long version, @Nullable A before, Decision<A> decision) {
        return History.document(entry(version, before, decision));
    }

    private HistoryEntry entry(long version, @Nullable A before, Decision<A> decision) {
        Decision.Line line = decision.line();
        return new HistoryEntry(
                version,
                command.at(),
                command.by(),
                command.recordedAt(),
                command.scope().subject(),
                line.kind(),
                line.from(),
                line.to(),
                line.reason(),
                line.note(),
                line.dwell() == null ? null : line.dwell().toSeconds(),
                changes(before, decision));
    }

    private List<HistoryEntry.Change> changes(@Nullable A before, Decision<A> decision) {
        List<HistoryEntry.Change> changes = FieldChanges.between((Record) before, (Record) decision.next());
        return decision.line().quiet()
                ? changes.stream()
                        .map(change -> new HistoryEntry.Change(change.field(), null, null, true))
                        .toList()
                : changes;
    }

    private BsonDateTime since() {
        return new BsonDateTime(System.currentTimeMillis());
    }

    private static BsonDocument changed(BsonDocument before, BsonDocument after) {
        BsonDocument changed = new BsonDocument();
        for (Map.Entry<String, BsonValue> field : after.entrySet()) {
            if (!field.getValue().equals(before.get(field.getKey()))) {
                changed.put(field.getKey(), field.getValue());
            }
        }
        return changed;
    }

    private static BsonDocument gone(BsonDocument before, BsonDocument after) {
        BsonDocument gone = new BsonDocument();
        before.keySet().stream()
                .filter(field -> !after.containsKey(field))
                .forEach(field -> gone.put(field, new BsonString("")));
        return gone;
    }
}
