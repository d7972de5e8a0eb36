package org.lodestone.platform.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.lodestone.platform.privacy.Cleaning.Edit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks through every collection of a service that keeps only what it heard, and takes a person out of it. */
final class Searching {

    /** What asks for it is not where it looks: it forgets whom it was about when it is done. */
    static final String OWN = "forgettings";

    private final Collections collections;

    Searching(Collections collections) {
        this.collections = collections;
    }

    private record Sighting(String place, BsonDocument document, List<Edit> edits) {}

    /** @param values whether they are told, too */
    Mono<List<Finding.Place>> look(Person person, Set<String> records, boolean values) {
        return sightings(person, records)
                .reduceWith(LinkedHashMap<String, Finding.Place>::new, (places, sighting) -> {
                    places.merge(sighting.place(), place(sighting, values), Finding.Place::plus);
                    return places;
                })
                .map(places -> List.copyOf(places.values()));
    }

    Mono<Void> erase(Person person, Set<String> records) {
        return sightings(person, records)
                .concatMap(sighting -> collections.apply(sighting.place(), sighting.document(), sighting.edits()))
                .then();
    }

    private Flux<Sighting> sightings(Person person, Set<String> records) {
        Cleaning cleaning = new Cleaning(new Likeness(person));
        return collections
                .names()
                .filter(name -> !name.equals(OWN))
                .concatMap(place -> collections
                        .documents(place)
                        .map(document -> new Sighting(
                                place, document, cleaning.edits(document, cleaning.isAbout(document, records))))
                        .filter(sighting -> !sighting.edits().isEmpty()));
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
