package org.lodestone.platform.privacy;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.lodestone.platform.privacy.Cleaning.Edit;
import org.lodestone.platform.privacy.PersonalAggregates.Order;
import org.lodestone.platform.search.SearchIndexes;
import org.lodestone.platform.time.BusinessClock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks through every collection of a service that another one asks, and takes a person out of it. */
final class Searching {

    /** What asks for it is not where it looks: it forgets whom it was about when it is done. */
    static final String OWN = "forgettings";

    /** Who asked is written down where it was asked. */
    private static final String BY = "system";

    private final Collections collections;
    private final PersonalAggregates aggregates;
    private final SearchIndexes indexes;
    private final BusinessClock clock;

    Searching(Collections collections, PersonalAggregates aggregates, SearchIndexes indexes, BusinessClock clock) {
        this.collections = collections;
        this.aggregates = aggregates;
        this.indexes = indexes;
        this.clock = clock;
    }

    private record Sighting(String place, BsonDocument document, List<Edit> edits) {}

    /** @param records what is about the person here, too; it is still known when nothing in it says so any more */
    record Found(List<Finding.Place> places, Set<String> records) {}

    /** @param values whether they are told, too */
    Mono<Found> look(Person person, Set<String> known, boolean values) {
        Cleaning cleaning = new Cleaning(new Likeness(person));
        return aggregates
                .about(collections, cleaning, known)
                .collect(() -> new HashSet<>(known), Set::add)
                .flatMap(records -> sightings(cleaning, records)
                        .reduceWith(LinkedHashMap<String, Finding.Place>::new, (places, sighting) -> {
                            places.merge(sighting.place(), place(sighting, values), Finding.Place::plus);
                            return places;
                        })
                        .map(places -> new Found(List.copyOf(places.values()), Set.copyOf(records))));
    }

    /** Aggregates by commands, their histories, everything else by guarded updates, the index. */
    Mono<Void> erase(String id, Person person, Set<String> records) {
        Cleaning cleaning = new Cleaning(new Likeness(person));
        return aggregates
                .forget(new Order(id, BY, clock.now(), records), cleaning)
                .then(aggregates.redact(records, cleaning))
                .thenMany(sightings(cleaning, records))
                .filter(sighting ->
                        !aggregates.areIn(sighting.place()) && !sighting.place().equals(PersonalAggregates.HISTORY))
                .concatMap(sighting -> collections.apply(sighting.place(), sighting.document(), sighting.edits()))
                .then(indexes.purge());
    }

    private Flux<Sighting> sightings(Cleaning cleaning, Set<String> records) {
        return collections
                .names()
                .filter(name -> !name.equals(OWN))
                .concatMap(place -> collections
                        .documents(place)
                        .map(document -> new Sighting(place, document, edits(place, document, cleaning, records)))
                        .filter(sighting -> !sighting.edits().isEmpty()));
    }

    private static List<Edit> edits(String place, BsonDocument document, Cleaning cleaning, Set<String> records) {
        boolean ours = !place.equals(PersonalAggregates.HISTORY) || Cleaning.belongs(document, records);
        return ours ? cleaning.edits(document, cleaning.isAbout(document, records)) : List.of();
    }

    private static Finding.Place place(Sighting sighting, boolean values) {
        BsonValue id = sighting.document().get("_id");
        String name = id != null && id.isString() ? id.asString().getValue() : String.valueOf(id);
        List<Finding.Value> told =
                sighting.edits().stream().map(Searching::value).toList();
        List<Finding.Item> items = values ? List.of(new Finding.Item(name, told)) : List.of();
        return new Finding.Place(sighting.place(), 1, sighting.edits().size(), items);
    }

    private static Finding.Value value(Edit edit) {
        BsonValue before = edit.before();
        String text = before.isString() ? before.asString().getValue() : new BsonDocument(edit.path(), before).toJson();
        return new Finding.Value(edit.path(), text);
    }
}
