package org.lodestone.leads.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.leads.privacy.Erasure.Code;
import org.lodestone.leads.privacy.Erasure.Remark;
import org.lodestone.leads.privacy.Erasure.State;
import org.lodestone.leads.privacy.Sightings.Sighting;
import org.lodestone.platform.privacy.Cleaning;
import org.lodestone.platform.privacy.Likeness;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.privacy.PersonalAggregates;
import org.lodestone.platform.privacy.PersonalAggregates.Order;
import org.lodestone.platform.search.SearchIndexes;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One step of an erasure: its work, and the record as it is after it. Done twice it changes nothing more. */
@Component
class ErasureSteps {

    /** What somebody wrote meanwhile is found by the next round; what is still found after so many is for a person. */
    private static final int ROUNDS = 5;

    private final Sightings sightings;
    private final Elsewhere elsewhere;
    private final PersonalAggregates aggregates;
    private final SearchIndexes indexes;
    private final BusinessClock clock;

    ErasureSteps(
            Sightings sightings,
            PersonalAggregates aggregates,
            SearchIndexes indexes,
            BusinessClock clock,
            Elsewhere elsewhere) {
        this.sightings = sightings;
        this.elsewhere = elsewhere;
        this.aggregates = aggregates;
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
            case RECORDS -> aggregates.forget(order(erasure), cleaning).thenReturn(erasure.at(State.HISTORY));
            case HISTORY ->
                aggregates.redact(erasure.course().records(), cleaning).thenReturn(erasure.at(State.SWEEPING));
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

    private Order order(Erasure erasure) {
        return new Order(
                erasure.id(),
                erasure.asked().by(),
                clock.now(),
                erasure.course().records());
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
                && !aggregates.areIn(place);
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
