package org.lodestone.notifications.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.lodestone.notifications.directory.Directory;
import org.lodestone.notifications.directory.Person;
import org.lodestone.notifications.mail.Delivery.Status;
import org.lodestone.platform.aggregate.Durable;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** What is to be sent by e-mail, was sent, or was not and why. */
@Component
public class Deliveries {

    private static final int AT_A_TIME = 50;

    private final MongoCollection<Delivery> deliveries;
    private final Directory directory;
    private final MailProperties properties;
    /** Noted by this instance a moment ago: sent without looking for them. What a crash forgets is found by looking. */
    private final Queue<String> fresh = new ConcurrentLinkedQueue<>();

    Deliveries(MongoDatabase database, Directory directory, MailProperties properties) {
        this.deliveries = database.getCollection("deliveries", Delivery.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.directory = directory;
        this.properties = properties;
    }

    /** Declares what the search for what is due stands on, as soon as the database answers. */
    @EventListener(ApplicationStartedEvent.class)
    void createIndexes() {
        Mono.from(deliveries.createIndex(Indexes.ascending("status", "nextAttemptAt")))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(Duration.ofMinutes(1)))
                .subscribe();
    }

    /** Notes that an alert is to be sent to its recipient, wherever that is. */
    public Mono<Void> note(String notificationId, String recipient) {
        Instant now = Instant.now();
        return directory
                .person(recipient)
                .map(person -> person.email() == null
                        ? insert(Delivery.skipped(notificationId, recipient, "no-address", now))
                        : insert(Delivery.pending(notificationId, recipient, person.email(), now)))
                .orElseGet(() -> insert(Delivery.waiting(notificationId, recipient, now)));
    }

    /** Notes that an alert is not sent, and why. */
    public Mono<Void> skip(String notificationId, String recipient, String cause) {
        return insert(Delivery.skipped(notificationId, recipient, cause, Instant.now()));
    }

    private Mono<Void> insert(Delivery delivery) {
        return Mono.from(deliveries.insertOne(delivery))
                .doOnNext(_ -> {
                    if (delivery.status() == Status.PENDING) {
                        fresh.add(delivery.id());
                    }
                })
                .onErrorComplete(Durable::isDuplicateKey)
                .then();
    }

    /** Claims what was noted a moment ago. */
    Flux<Delivery> claimFresh() {
        return Flux.fromIterable(takeFresh()).concatMap(this::claim);
    }

    private List<String> takeFresh() {
        List<String> taken = new ArrayList<>();
        for (String id = fresh.poll(); id != null && taken.size() < AT_A_TIME; id = fresh.poll()) {
            taken.add(id);
        }
        return taken;
    }

    /** Claims what is due. */
    Flux<Delivery> claimDue() {
        Bson due = and(eq("status", Status.PENDING.name()), lte("nextAttemptAt", Instant.now()));
        return Flux.from(deliveries.find(due).limit(AT_A_TIME))
                .map(Delivery::id)
                .concatMap(this::claim);
    }

    private Mono<Delivery> claim(String id) {
        Instant now = Instant.now();
        return Mono.from(deliveries.findOneAndUpdate(
                and(
                        eq("_id", id),
                        eq("status", Status.PENDING.name()),
                        lte("nextAttemptAt", now),
                        lte("leaseUntil", now)),
                Updates.combine(Updates.set("leaseUntil", now.plus(properties.lease())), Updates.inc("fence", 1L)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** Those whose recipient was unknown and is known now go on their way. */
    Mono<Void> addressWaiting() {
        return Flux.from(deliveries.find(eq("status", Status.WAITING.name())).limit(AT_A_TIME * 10))
                .concatMap(waiting -> Mono.justOrEmpty(directory.person(waiting.recipient()))
                        .flatMap(person -> address(waiting, person)))
                .then();
    }

    private Mono<Void> address(Delivery waiting, Person person) {
        String cause = person.email() == null ? "no-address" : "addressed";
        Mono<Void> send = person.email() == null
                ? Mono.empty()
                : insert(
                        Delivery.pending(waiting.notificationId(), waiting.recipient(), person.email(), Instant.now()));
        return send.then(Mono.from(deliveries.updateOne(
                        eq("_id", waiting.id()),
                        Updates.combine(Updates.set("status", Status.SKIPPED.name()), Updates.set("cause", cause)))))
                .then();
    }

    Mono<Void> sent(Delivery claimed) {
        return finish(claimed, Status.SENT, "sent", null);
    }

    /** @param permanent the mail server will never take it */
    Mono<Void> failed(Delivery claimed, String outcome, boolean permanent) {
        Instant again = permanent
                ? null
                : RetrySchedule.after(claimed.attempts().size() + 1)
                        .map(pause -> Instant.now().plus(pause))
                        .orElse(null);
        return finish(claimed, again == null ? Status.DEAD : Status.PENDING, outcome, again);
    }

    private Mono<Void> finish(Delivery claimed, Status status, String outcome, @Nullable Instant again) {
        Document attempt = new Document("at", Instant.now()).append("outcome", outcome);
        List<Bson> changes = new ArrayList<>(List.of(
                Updates.set("status", status.name()),
                Updates.set("leaseUntil", Instant.EPOCH),
                Updates.push("attempts", attempt)));
        if (again != null) {
            changes.add(Updates.set("nextAttemptAt", again));
        }
        return Mono.from(deliveries.updateOne(
                        and(eq("_id", claimed.id()), eq("fence", claimed.fence())), Updates.combine(changes)))
                .then();
    }
}
