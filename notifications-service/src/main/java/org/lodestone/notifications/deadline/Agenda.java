package org.lodestone.notifications.deadline;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import org.lodestone.platform.aggregate.Durable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * When to look at what, in order of time. An entry is only a reason to look: one that is there too often, or too long, tells nobody
 * anything, so it is written before what it is about and removed after everybody was told.
 */
@Component
class Agenda {

    private static final int AT_A_TIME = 100;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Reminder> entries;

    Agenda(MongoDatabase database) {
        entries = database.getCollection("agenda", Reminder.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** In one request: a captured lead has several limits. */
    Mono<Void> put(List<Reminder> reminders) {
        if (reminders.isEmpty()) {
            return Mono.empty();
        }
        List<ReplaceOneModel<Reminder>> writes = reminders.stream()
                .map(reminder -> new ReplaceOneModel<>(eq("_id", reminder.id()), reminder, UPSERT))
                .toList();
        return Mono.from(entries.bulkWrite(writes, UNORDERED))
                // Two who put the same at the same moment: it is there.
                .onErrorComplete(Durable::areDuplicateKeys)
                .then();
    }

    /** The oldest first. */
    Flux<Reminder> due(Instant until) {
        return Flux.from(entries.find(lt("_id", Reminder.endOf(until)))
                .sort(Sorts.ascending("_id"))
                .batchSize(AT_A_TIME));
    }

    /** Nothing is removed that a later event asked for meanwhile. */
    Mono<Void> done(Reminder seen) {
        return Mono.from(entries.deleteOne(and(eq("_id", seen.id()), eq("sequence", seen.sequence()))))
                .then();
    }

    Mono<Void> postpone(Reminder seen, Instant when) {
        return put(List.of(seen.later(when))).then(Mono.defer(() -> done(seen)));
    }
}
