package org.lodestone.notifications.deadline;

import com.mongodb.ReadConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.DirectoryEvent;
import org.lodestone.contracts.LeadEvent;
import org.lodestone.contracts.ProjectEvent;
import org.lodestone.contracts.RegistrationEvent;
import org.lodestone.platform.events.HeardEvent;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clocks that were heard of, one document for each lead, registration and project. */
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
     * What the projection's documents say after the events. The agenda is written first: a kill in between leaves entries nobody is told by,
     * and the events are heard again.
     */
    Mono<Map<String, Document>> hear(List<HeardEvent> heard) {
        List<String> known = heard.stream()
                .map(HeardEvent::event)
                // Of the first event nothing can be known yet.
                .filter(event -> event.sequence() > 1)
                .map(CloudEvent::subject)
                .toList();
        return find(known).flatMap(before -> remember(before, heard));
    }

    private Mono<Map<String, Watched>> find(List<String> subjects) {
        return subjects.isEmpty()
                ? Mono.just(Map.of())
                : Flux.from(watched.find(Filters.and(Filters.in("_id", subjects), Filters.exists("state"))))
                        .collectMap(Watched::id);
    }

    private Mono<Map<String, Document>> remember(Map<String, Watched> before, List<HeardEvent> heard) {
        Map<String, Document> fields = new LinkedHashMap<>();
        List<Reminder> news = new ArrayList<>();
        for (HeardEvent each : heard) {
            Watched stored = before.get(each.event().subject());
            after(stored, each.event()).ifPresent(after -> {
                fields.put(after.id(), new Document("state", after.state()));
                news.addAll(news(stored, after, each));
            });
        }
        return agenda.put(news).thenReturn(fields);
    }

    private static Optional<Watched> after(@Nullable Watched before, CloudEvent<?> event) {
        return switch (event.data()) {
            case LeadEvent lead -> Optional.of(Watching.after(before, event, lead));
            case RegistrationEvent registration -> Optional.of(Watching.after(before, event, registration));
            case ProjectEvent project -> Optional.of(Watching.after(before, event, project));
            case DirectoryEvent _ -> Optional.empty();
        };
    }

    private List<Reminder> news(@Nullable Watched before, Watched after, HeardEvent heard) {
        List<Watched.Clock> known = before == null ? List.of() : before.state().clocks();
        Instant now = clock.now();
        return after.reminders(heard.partition())
                .filter(reminder -> !known.contains(after.clock(reminder.kind()).orElseThrow()))
                // History that is brought in: what was late long ago is nobody's news.
                .filter(reminder -> !heard.event().backfill() || reminder.at().isAfter(now))
                .toList();
    }
}
