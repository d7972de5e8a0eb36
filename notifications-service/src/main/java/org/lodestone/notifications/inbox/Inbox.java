package org.lodestone.notifications.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.inbox.Notification.Row;
import org.lodestone.platform.aggregate.Durable;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Page;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Everybody's alerts. What a person may no longer read is not shown to them either: the scope is part of every query but the system's
 * own.
 */
@Component
public class Inbox {

    private static final int COUNTED = 10_000;
    private static final Bson UNREAD = eq("readAt", null);

    private final MongoCollection<Notification> rows;
    private final MongoCollection<Document> numbers;

    Inbox(MongoDatabase database) {
        rows = database.getCollection("inbox", Notification.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        numbers = database.getCollection("inboxNumbers").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** @param unread of all rows the scope covers */
    public record Counts(long unread) {}

    /** Declares what the queries below stand on, as soon as the database answers. */
    @EventListener(ApplicationStartedEvent.class)
    void createIndexes() {
        Mono.from(rows.createIndex(Indexes.compoundIndex(Indexes.ascending("recipient"), Indexes.descending("seq"))))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(Duration.ofMinutes(1)))
                .subscribe();
    }

    /** Puts an alert there unless it is there; true if it was put now. */
    public Mono<Boolean> put(Notification alert) {
        return nextNumber(alert.recipient())
                .flatMap(number -> Mono.from(rows.insertOne(alert.numbered(number))))
                .thenReturn(true)
                .onErrorResume(Durable::isDuplicateKey, _ -> Mono.just(false));
    }

    private Mono<Long> nextNumber(String recipient) {
        return Mono.from(numbers.findOneAndUpdate(
                        eq("_id", recipient),
                        Updates.inc("seq", 1L),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .map(counter -> Objects.requireNonNull(counter.getLong("seq")));
    }

    /** For the service itself, whoever the recipient is. */
    public Mono<Notification> load(String id) {
        return Mono.from(rows.find(eq("_id", id)).first());
    }

    public Flux<Row> rows(Scope scope, List<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(rows.find(and(in("_id", ids), readable(scope))).sort(Sorts.ascending("seq")))
                        .map(Notification::row);
    }

    public Mono<Counts> counts(Scope scope) {
        return Mono.from(rows.countDocuments(and(readable(scope), UNREAD), new CountOptions().limit(COUNTED)))
                .map(Counts::new);
    }

    /** @param before only rows with a lower number; {@code null} for the newest */
    Mono<Page<Row>> list(Scope scope, @Nullable String q, boolean unreadOnly, @Nullable Long before, int limit) {
        List<Bson> criteria = new ArrayList<>(List.of(readable(scope)));
        if (unreadOnly) {
            criteria.add(UNREAD);
        }
        if (q != null) {
            Pattern.compile("\\s+")
                    .splitAsStream(q.strip())
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> criteria.add(contains(word)));
        }
        Bson all = and(criteria);
        Bson page = before == null ? all : and(all, lt("seq", before));
        return Flux.from(rows.find(page).sort(Sorts.descending("seq")).limit(limit + 1))
                .map(Notification::row)
                .collectList()
                .zipWith(Mono.from(rows.countDocuments(all, new CountOptions().limit(COUNTED + 1))))
                .map(found -> page(found.getT1(), found.getT2(), limit));
    }

    private static Page<Row> page(List<Row> found, long total, int limit) {
        boolean more = found.size() > limit;
        List<Row> items = more ? found.subList(0, limit) : found;
        String next = more ? Long.toString(items.getLast().seq()) : null;
        return new Page<>(items, next, new Page.Total(Math.min(total, COUNTED), total <= COUNTED), null);
    }

    private static Bson contains(String word) {
        Pattern literal = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE);
        return or(
                regex("title", literal),
                regex("body", literal),
                regex("english.title", literal),
                regex("english.body", literal),
                regex("subject.name", literal),
                regex("subject.id", literal));
    }

    /** Empty if it is not theirs, or no longer. */
    Mono<Row> mark(Scope scope, String id, boolean read, Instant now) {
        Bson own = and(eq("_id", id), readable(scope));
        Bson change = read ? Updates.set("readAt", now) : Updates.unset("readAt");
        Bson otherwise = read ? UNREAD : ne("readAt", null);
        return Mono.from(rows.findOneAndUpdate(
                        and(own, otherwise),
                        change,
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .switchIfEmpty(Mono.from(rows.find(own).first()))
                .map(Notification::row);
    }

    private static Bson readable(Scope scope) {
        List<Bson> criteria = new ArrayList<>(List.of(eq("recipient", scope.subject())));
        if (!scope.everyZone() || !scope.may(Right.READ)) {
            criteria.add(in("subject.zone", scope.may(Right.READ) ? scope.zones() : Set.of()));
        }
        if (scope.parks() != null) {
            criteria.add(or(eq("subject.park", null), in("subject.park", scope.parks())));
        }
        return and(criteria);
    }
}
