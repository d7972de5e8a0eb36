package org.lodestone.platform.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonDocument;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.aggregate.Redaction;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A service's aggregates that may tell of a person: found, made to forget, and their histories redacted. Done twice it changes nothing more. */
public final class PersonalAggregates {

    public static final String HISTORY = "history";

    private static final Duration OUTBOX_PAUSE = Duration.ofMillis(200);
    private static final int OUTBOX_LOOKS = 50;
    private static final int OK = 200;

    private final List<PersonalRecords<?>> kinds;

    PersonalAggregates(List<PersonalRecords<?>> kinds) {
        this.kinds = kinds;
    }

    /**
     * @param id the erasure's
     * @param by who asked for it
     * @param records ids of what is about the person; those of other services are left alone
     */
    public record Order(String id, String by, Instant at, Collection<String> records) {}

    /** Whether a collection is of aggregates: they are changed by commands alone. */
    public boolean areIn(String place) {
        return kinds.stream().anyMatch(kind -> kind.place().equals(place));
    }

    /**
     * Ids of those that are about the person, or were.
     *
     * @param known records that are about the person, here or in another service
     */
    public Flux<String> about(Collections collections, Cleaning cleaning, Set<String> known) {
        Flux<String> now = Flux.fromIterable(kinds)
                .concatMap(kind -> collections
                        .documents(kind.place())
                        .filter(document -> cleaning.isAbout(document, known))
                        .map(document -> document.getString("_id").getValue()));
        Flux<String> before = kinds.isEmpty()
                ? Flux.empty()
                : collections
                        .documents(HISTORY)
                        .filter(line -> cleaning.isAbout(line, known))
                        .map(PersonalAggregates::aggregate)
                        .distinct()
                        .filterWhen(this::isKnown);
        return Flux.concat(now, before).distinct();
    }

    private Mono<Boolean> isKnown(String id) {
        return Flux.fromIterable(kinds)
                .concatMap(kind -> kind.store().load(id).hasElement())
                .any(known -> known);
    }

    public static String aggregate(BsonDocument line) {
        String id = line.getString("_id").getValue();
        return id.substring(0, Math.max(0, id.lastIndexOf(':')));
    }

    /** A command each; who is clean already gets none. */
    public Mono<Void> forget(Order order, Cleaning cleaning) {
        return Flux.fromIterable(order.records())
                .concatMap(id -> Flux.fromIterable(kinds).concatMap(kind -> forget(kind, id, order, cleaning)))
                .then();
    }

    private <A extends Aggregate> Mono<Void> forget(
            PersonalRecords<A> kind, String id, Order order, Cleaning cleaning) {
        return kind.store().load(id).flatMap(present -> {
            if (Objects.equals(left(kind, present, cleaning), present)) {
                return Mono.empty();
            }
            String key = "erasure:" + order.id() + ':' + id + ':' + present.version();
            Command command = Command.ofSystem(key, order.by(), order.at());
            return kind.store()
                    .change(id, command, OK, now -> kind.forget(now, left(kind, now, cleaning), command))
                    .doOnNext(PersonalAggregates::written)
                    // A tombstone takes no command; nothing but its name is left of it.
                    .onErrorResume(Problem.class, _ -> Mono.empty())
                    .then();
        });
    }

    private static <A extends Aggregate> A left(PersonalRecords<A> kind, A present, Cleaning cleaning) {
        return kind.left(present, document -> cleaning.cleaned(document, true));
    }

    /** @throws IllegalStateException where trying again later helps */
    private static void written(Outcome<?> outcome) {
        if (!(outcome instanceof Outcome.Done<?> || outcome instanceof Outcome.Replayed<?>)) {
            throw new IllegalStateException(
                    "an erasure waits: " + outcome.getClass().getSimpleName());
        }
    }

    /** Waits for the outbox, then drops what was the person's, and digests of what was sent. */
    public Mono<Void> redact(Collection<String> records, Cleaning cleaning) {
        return Flux.fromIterable(records)
                .concatMap(id -> Flux.fromIterable(kinds)
                        .filterWhen(kind -> kind.store().load(id).hasElement())
                        .concatMap(kind -> redact(kind.store().redaction(), id, cleaning)))
                .then();
    }

    private static Mono<Void> redact(Redaction redaction, String id, Cleaning cleaning) {
        return settled(redaction, id, OUTBOX_LOOKS)
                .then(redaction.redact(id, value -> cleaning.touches(value, true)))
                .then(redaction.forgetCommands(id));
    }

    /** While the broker is away, it is tried again later. */
    private static Mono<Void> settled(Redaction redaction, String id, int looks) {
        return redaction.settled(id).flatMap(settled -> {
            if (settled) {
                return Mono.empty();
            }
            return looks == 0
                    ? Mono.error(new IllegalStateException("an erasure waits for the outbox of " + id))
                    : Mono.delay(OUTBOX_PAUSE).then(settled(redaction, id, looks - 1));
        });
    }
}
