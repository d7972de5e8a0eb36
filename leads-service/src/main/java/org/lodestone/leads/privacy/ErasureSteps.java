package org.lodestone.leads.privacy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.lodestone.leads.privacy.Erasure.Code;
import org.lodestone.leads.privacy.Erasure.Remark;
import org.lodestone.leads.privacy.Erasure.State;
import org.lodestone.leads.privacy.Sightings.Sighting;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.aggregate.Redaction;
import org.lodestone.platform.privacy.Cleaning;
import org.lodestone.platform.privacy.Likeness;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.search.SearchIndexes;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One step of an erasure: its work, and the record as it is after it. Done twice it changes nothing more. */
@Component
class ErasureSteps {

    /** What somebody wrote meanwhile is found by the next round; what is still found after so many is for a person. */
    private static final int ROUNDS = 5;

    private static final Duration OUTBOX_PAUSE = Duration.ofMillis(200);
    private static final int OUTBOX_LOOKS = 50;
    private static final int OK = 200;
    private final Sightings sightings;
    private final Elsewhere elsewhere;
    private final List<PersonalRecords<?>> kinds;
    private final SearchIndexes indexes;
    private final BusinessClock clock;

    ErasureSteps(
            Sightings sightings,
            List<PersonalRecords<?>> kinds,
            SearchIndexes indexes,
            BusinessClock clock,
            Elsewhere elsewhere) {
        this.sightings = sightings;
        this.elsewhere = elsewhere;
        this.kinds = kinds;
        this.indexes = indexes;
        this.clock = clock;
    }

    Mono<Erasure> step(Erasure erasure) {
        Person person = erasure.person();
        if (person == null) {
            return Mono.just(erasure);
        }
        Cleaning cleaning = new Cleaning(new Likeness(person));
        return switch (erasure.state()) {
            case FINDING -> find(erasure, cleaning);
            case RECORDS -> forget(erasure, cleaning).thenReturn(erasure.at(State.HISTORY));
            case HISTORY -> redact(erasure, cleaning).thenReturn(erasure.at(State.SWEEPING));
            case SWEEPING -> sweep(erasure, cleaning).thenReturn(erasure.at(State.INDEX));
            case INDEX -> indexes.purge().thenReturn(erasure.again());
            case ELSEWHERE -> elsewhere.finish(erasure, person, clock.now());
            case DONE -> Mono.just(erasure);
        };
    }

    private Mono<Erasure> find(Erasure erasure, Cleaning cleaning) {
        return inspect(cleaning, Set.copyOf(erasure.course().records())).map(found -> {
            if (found.foundNothing()) {
                return erasure.elsewhere(found.remarks());
            }
            if (erasure.course().round() > ROUNDS) {
                return erasure.elsewhere(found.counts().stream()
                        .map(count -> new Remark(Code.REMAINS, count.place(), Long.toString(count.records())))
                        .toList());
            }
            return erasure.found(List.copyOf(found.records()), found.counts(), found.remarks());
        });
    }

    /** @param known records that were about the person before they were cleaned */
    Mono<Inspection> inspect(Cleaning cleaning, Set<String> known) {
        return sightings.records(cleaning).flatMap(found -> {
            Set<String> records = new HashSet<>(known);
            records.addAll(found);
            Inspection inspection = new Inspection(Set.copyOf(records));
            return sightings
                    .all(cleaning, records)
                    .doOnNext(inspection::add)
                    .thenMany(sightings.collections().documents("documents").doOnNext(inspection::file))
                    .thenMany(sightings
                            .collections()
                            .documents("leads")
                            .filter(lead -> Cleaning.belongs(lead, records))
                            .doOnNext(lead -> inspection.lead(lead, cleaning)))
                    .then(Mono.just(inspection));
        });
    }

    private Mono<Void> forget(Erasure erasure, Cleaning cleaning) {
        return Flux.fromIterable(erasure.course().records())
                .concatMap(id -> Flux.fromIterable(kinds).concatMap(kind -> forget(kind, id, erasure, cleaning)))
                .then();
    }

    private <A extends Aggregate> Mono<Void> forget(
            PersonalRecords<A> kind, String id, Erasure erasure, Cleaning cleaning) {
        return kind.store().load(id).flatMap(present -> {
            if (isClean(kind, present, cleaning)) {
                return Mono.empty();
            }
            String key = "erasure:" + erasure.id() + ':' + id + ':' + present.version();
            Command command = Command.ofSystem(key, erasure.asked().by(), clock.now());
            return kind.store()
                    .change(id, command, OK, now -> kind.forget(now, left(kind, now, cleaning), command))
                    .doOnNext(ErasureSteps::written)
                    // A tombstone takes no command; nothing but its name is left of it.
                    .onErrorResume(Problem.class, _ -> Mono.empty())
                    .then();
        });
    }

    private static <A extends Aggregate> boolean isClean(PersonalRecords<A> kind, A present, Cleaning cleaning) {
        return Objects.equals(left(kind, present, cleaning), present);
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

    private Mono<Void> redact(Erasure erasure, Cleaning cleaning) {
        return Flux.fromIterable(erasure.course().records())
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

    private Mono<Void> sweep(Erasure erasure, Cleaning cleaning) {
        Set<String> records = Set.copyOf(erasure.course().records());
        return sightings
                .all(cleaning, records)
                .filter(sighting -> isSwept(sighting.place()))
                .concatMap(this::sweep)
                .then();
    }

    private boolean isSwept(String place) {
        return !Set.of(Sightings.HISTORY, Sightings.DIRECTORY, Sightings.FILE_BYTES)
                        .contains(place)
                && kinds.stream().noneMatch(kind -> kind.place().equals(place));
    }

    private Mono<?> sweep(Sighting sighting) {
        return switch (sighting.place()) {
            case Sightings.PIECES -> sightings.collections().removePieces(Sightings.PIECES, owner(sighting));
            // The file first: after a kill the row would no longer say which.
            case Sightings.ROWS ->
                sightings
                        .collections()
                        .removePieces(Sightings.PIECES, owner(sighting))
                        .then(sightings.collections().apply(Sightings.ROWS, sighting.document(), sighting.edits()));
            default -> sightings.collections().apply(sighting.place(), sighting.document(), sighting.edits());
        };
    }

    private static String owner(Sighting sighting) {
        String id = sighting.id();
        return id.substring(0, Math.max(0, id.lastIndexOf(':')));
    }
}
