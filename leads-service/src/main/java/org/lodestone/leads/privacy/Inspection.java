package org.lodestone.leads.privacy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;
import org.lodestone.leads.privacy.Erasure.Code;
import org.lodestone.leads.privacy.Erasure.Count;
import org.lodestone.leads.privacy.Erasure.Remark;
import org.lodestone.leads.privacy.Sightings.Sighting;
import org.lodestone.platform.privacy.Cleaning;

/** What a round of looking found: where, how much, and what only a person can settle. */
final class Inspection {

    private static final String LEADS = "leads";
    private static final String DOCUMENTS = "documents";

    private final Set<String> records;
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();

    Inspection(Set<String> records) {
        this.records = records;
    }

    void add(Sighting sighting) {
        switch (sighting.place()) {
            case Sightings.DIRECTORY -> remarks.add(new Remark(Code.DIRECTORY, sighting.place(), sighting.id()));
            case Sightings.FILE_BYTES -> remarks.add(new Remark(Code.FILE_TEXT, sighting.place(), sighting.id()));
            default -> {
                Count one = new Count(sighting.place(), 1, sighting.edits().size());
                counts.merge(
                        sighting.place(),
                        one,
                        (sum, more) ->
                                new Count(sum.place(), sum.records() + more.records(), sum.values() + more.values()));
            }
        }
        if (sighting.place().equals(LEADS)
                && sighting.edits().stream().anyMatch(edit -> edit.path().equals("profile.name"))) {
            remarks.add(new Remark(Code.NAME_IN_EVENTS, LEADS, sighting.id()));
        }
    }

    /** A lead that is about the person, whether or not something can be erased in it. */
    void lead(BsonDocument lead, Cleaning cleaning) {
        String id = lead.getString("_id").getValue();
        Cleaning.leaves("", lead, (path, text) -> {
            if (path.endsWith("profile.investor.name") && cleaning.touches(new org.bson.BsonString(text), true)) {
                remarks.add(new Remark(Code.FIRM_NAME, LEADS, id));
            }
            if (path.endsWith("progress.signing.projectId")) {
                remarks.add(new Remark(Code.PROJECT, LEADS, text));
            }
        });
    }

    /** A file of one of the leads. */
    void file(BsonDocument document) {
        Cleaning.leaves("", document, (path, text) -> {
            if (path.equals(".owner.id") && records.contains(text)) {
                remarks.add(new Remark(Code.FILE, DOCUMENTS, text));
            }
        });
    }

    boolean foundNothing() {
        return counts.isEmpty();
    }

    Set<String> records() {
        return records;
    }

    List<Count> counts() {
        return List.copyOf(counts.values());
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }
}
