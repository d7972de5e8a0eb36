package org.lodestone.leads.privacy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.privacy.Cleaning;
import org.lodestone.platform.privacy.Cleaning.Edit;
import org.lodestone.platform.privacy.Collections;
import org.lodestone.platform.privacy.PersonalAggregates;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds where a person is, in every collection. First the leads and registrations that are about them, then everything that belongs to those. */
@Component
class Sightings {

    static final String HISTORY = PersonalAggregates.HISTORY;
    /** The directory is of people who work here; who leaves is taken out of it by who keeps it. */
    static final String DIRECTORY = "directory";

    static final String ROWS = "importRows";
    static final String IMPORT = "import:";
    private static final String IMPORTS = "imports";
    static final String PIECES = "importFiles";
    static final String FILE_BYTES = "documents.chunks";

    /** What asks for this is not where it looks: an erasure forgets whom it was about when it is done. */
    private static final Set<String> OWN = Set.of(ErasureStore.COLLECTION);

    private final Collections collections;
    private final PersonalAggregates aggregates;

    Sightings(Collections collections, PersonalAggregates aggregates) {
        this.collections = collections;
        this.aggregates = aggregates;
    }

    Collections collections() {
        return collections;
    }

    /** A document in which the person is. */
    record Sighting(String place, BsonDocument document, List<Edit> edits) {

        String id() {
            BsonValue id = document.get("_id");
            return id != null && id.isString() ? id.asString().getValue() : String.valueOf(id);
        }
    }

    /** Ids of the leads and registrations that are about the person, or were. */
    Mono<Set<String>> records(Cleaning cleaning) {
        return aggregates
                .about(collections, cleaning, Set.of())
                .collect(HashSet<String>::new, Set::add)
                .flatMap(found -> imports(cleaning, found).doOnNext(found::add).then(Mono.<Set<String>>just(found)));
    }

    /** The files whose rows are about the person: of the other rows in them nothing follows. */
    private Flux<String> imports(Cleaning cleaning, Set<String> records) {
        return collections
                .documents(ROWS)
                .filter(row -> cleaning.isAbout(row, records))
                .map(row -> IMPORT + PersonalAggregates.aggregate(row))
                .distinct();
    }

    Flux<Sighting> all(Cleaning cleaning, Set<String> records) {
        return collections
                .names()
                .filter(place -> !OWN.contains(place))
                .concatMap(place -> in(place, cleaning, records));
    }

    Flux<Sighting> in(String place, Cleaning cleaning, Set<String> records) {
        return collections.documents(place).mapNotNull(document -> sighting(place, document, cleaning, records));
    }

    private @Nullable Sighting sighting(String place, BsonDocument document, Cleaning cleaning, Set<String> records) {
        if (place.equals(PIECES) || place.equals(FILE_BYTES)) {
            List<Edit> bytes = bytes(document, cleaning);
            return bytes.isEmpty() ? null : new Sighting(place, document, bytes);
        }
        boolean ours = !place.equals(HISTORY) || Cleaning.belongs(document, records);
        boolean about = cleaning.isAbout(document, records) || isImport(place, document, records);
        List<Edit> edits = ours ? cleaning.edits(document, about) : List.of();
        return edits.isEmpty() ? null : new Sighting(place, document, edits);
    }

    private static boolean isImport(String place, BsonDocument document, Set<String> records) {
        return place.equals(IMPORTS)
                && records.contains(IMPORT + document.getString("_id").getValue());
    }

    /** What identifies a person is plain in a text file, whatever its encoding, and invisible in a packed one. */
    private static List<Edit> bytes(BsonDocument piece, Cleaning cleaning) {
        return piece.entrySet().stream()
                .filter(field -> field.getValue().isBinary())
                .filter(field -> cleaning.touches(
                        new BsonString(new String(field.getValue().asBinary().getData(), StandardCharsets.UTF_8)),
                        false))
                .map(field -> new Edit(field.getKey(), new BsonString(""), null, true))
                .toList();
    }
}
