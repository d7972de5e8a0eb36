package org.lodestone.notifications.deadline;

import com.mongodb.ReadConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.DirectoryEvent;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The clocks that were heard of, one document for each lead and registration. */
@Component
class Deadlines {

    /** Also the name of the projection: how far each was heard stands in the same documents. */
    static final String COLLECTION = "deadlines";

    private final MongoCollection<Watched> watched;
    private final Agenda agenda;
    private final BusinessClock clock;

    Deadlines(MongoDatabase database, Agenda agenda, BusinessClock clock) {
        this.watched = database.getCollection(COLLECTION, Watched.class).withReadConcern(ReadConcern.MAJORITY);
        this.agenda = agenda;
        this.clock = clock;
    }

    /** Empty also for what only events of a newer version were heard of. */
    Mono<Watched> find(String subject) {
        return Mono.from(watched.find(Filters.and(Filters.eq("_id", subject), Filters.exists("state")))
                .first());
    }

    /**
     * What the projection's document says after the event. The agenda is written first: a kill in between leaves an entry nobody is told
     * by, and the event is heard again.
     */
    Mono<Document> hear(CloudEvent<?> event, String partition) {
        // Of the first event nothing can be known yet.
        Mono<Watched> stored = event.sequence() == 1 ? Mono.empty() : find(event.subject());
        return stored.map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(before -> Mono.justOrEmpty(after(before.orElse(null), event))
                        .flatMap(after -> remember(before.orElse(null), after, event, partition)));
    }

    private static Optional<Watched> after(@Nullable Watched before, CloudEvent<?> event) {
        return switch (event.data()) {
            case LeadEvent lead -> Optional.of(Watching.after(before, event, lead));
            case RegistrationEvent registration -> Optional.of(Watching.after(before, event, registration));
            case ProjectEvent _, DirectoryEvent _ -> Optional.empty();
        };
    }

    private Mono<Document> remember(@Nullable Watched before, Watched after, CloudEvent<?> event, String partition) {
        List<Watched.Clock> known = before == null ? List.of() : before.state().clocks();
        Instant now = clock.now();
        List<Reminder> news = after.reminders(partition)
                .filter(reminder -> !known.contains(after.clock(reminder.kind()).orElseThrow()))
                // History that is brought in: what was late long ago is nobody's news.
                .filter(reminder -> !event.backfill() || reminder.at().isAfter(now))
                .toList();
        return agenda.put(news).then(Mono.fromSupplier(() -> new Document("state", after.state())));
    }
}
