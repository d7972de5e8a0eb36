package org.lodestone.leads.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.privacy.Sightings.Sighting;
import org.lodestone.platform.privacy.Cleaning;
import org.lodestone.platform.privacy.Cleaning.Edit;
import org.lodestone.platform.privacy.Finding;
import org.lodestone.platform.privacy.Likeness;
import org.lodestone.platform.privacy.Person;

/** What was found of a person: as a search tells it, place by place, and as an export gives it, value by value. */
final class PersonalData {

    /** A page shows so many of each place; the count is of all. */
    private static final int SHOWN = 200;

    private static final String LEADS = "leads";

    private final Likeness likeness;
    private final Person person;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> phones = new TreeSet<>();
    private final Set<String> emails = new TreeSet<>();
    private final Set<String> firms = new TreeSet<>();
    private final Set<String> unanswered = new TreeSet<>();

    PersonalData(Person person) {
        this.person = person;
        this.likeness = new Likeness(person);
    }

    /**
     * @param also what the contacts that were found say besides: perhaps the same person's, to be decided by who asks
     * @param unanswered services that were asked, too, and did not answer
     */
    @Schema(name = "PersonalDataFound")
    record Answer(List<Place> places, Also also, List<String> unanswered) {}

    @Schema(name = "PersonalDataAlso")
    record Also(Set<String> phones, Set<String> emails, Set<String> names, Set<String> firms) {}

    @Schema(name = "PersonalDataPlace")
    record Place(String place, long records, long values, List<Item> items) {}

    /** @param lead number and id of the lead, where it is one or is about one */
    @Schema(name = "PersonalDataItem")
    record Item(
            String id,
            @Nullable String number,
            @Nullable String zone,
            @Nullable List<Value> found) {}

    @Schema(name = "PersonalDataValue")
    record Value(String field, String text) {}

    @Schema(name = "PersonalDataFile")
    record File(Person person, String reason, String by, Instant at, List<Place> places, List<String> unanswered) {}

    /** @param values whether the values themselves are told */
    void add(Sighting sighting, boolean values) {
        Place before = places.getOrDefault(sighting.place(), new Place(sighting.place(), 0, 0, List.of()));
        List<Item> items = before.items();
        if (values || items.size() < SHOWN) {
            items = new ArrayList<>(items);
            items.add(item(sighting, values));
        }
        places.put(
                sighting.place(),
                new Place(
                        sighting.place(),
                        before.records() + 1,
                        before.values() + sighting.edits().size(),
                        List.copyOf(items)));
        if (sighting.place().equals(LEADS)) {
            learn(sighting.document());
        }
    }

    /** What other services found; a place is named with its service. */
    void add(Elsewhere.Answers answers) {
        unanswered.addAll(answers.unanswered());
        answers.findings()
                .forEach(finding -> finding.places().forEach(place -> {
                    String name = finding.service() + '/' + place.place();
                    List<Item> items =
                            place.items().stream().map(PersonalData::item).toList();
                    places.put(name, new Place(name, place.records(), place.values(), items));
                }));
    }

    private static Item item(Finding.Item told) {
        List<Value> values = told.found() == null
                ? null
                : told.found().stream()
                        .map(value -> new Value(value.field(), value.text()))
                        .toList();
        return new Item(told.id(), null, null, values);
    }

    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    Answer answer() {
        // However it was typed: the same number is nothing new.
        Set<String> asked = person.phones().stream().map(Likeness::digits).collect(Collectors.toSet());
        phones.removeIf(phone -> asked.contains(Likeness.digits(phone)));
        emails.removeAll(person.emails());
        names.removeAll(person.names());
        return new Answer(List.copyOf(places.values()), new Also(phones, emails, names, firms), unanswered());
    }

    long records() {
        return places.values().stream().mapToLong(Place::records).sum();
    }

    List<Place> places() {
        return List.copyOf(places.values());
    }

    private static Item item(Sighting sighting, boolean values) {
        BsonDocument document = sighting.document();
        return new Item(
                sighting.id(),
                text(document, "number"),
                text(document, "zone"),
                values ? sighting.edits().stream().map(PersonalData::value).toList() : null);
    }

    private static Value value(Edit edit) {
        BsonValue before = edit.before();
        return new Value(
                edit.path(),
                before.isString()
                        ? before.asString().getValue()
                        : new BsonDocument(Cleaning.CONTACTS, before).toJson());
    }

    /** Of contacts with the person's phone or e-mail, and of the name where only that was asked for. */
    private void learn(BsonDocument lead) {
        if (!lead.isDocument("profile") || !lead.getDocument("profile").isArray(Cleaning.CONTACTS)) {
            return;
        }
        BsonDocument profile = lead.getDocument("profile");
        for (BsonValue contact : profile.getArray(Cleaning.CONTACTS)) {
            BsonDocument one = contact.asDocument();
            boolean theirs = one.values().stream()
                    .anyMatch(value ->
                            value.isString() && likeness.names(value.asString().getValue()));
            if (theirs) {
                learn(one, "phone", phones);
                learn(one, "email", emails);
                learn(one, "name", names);
                if (profile.isDocument("investor")) {
                    learn(profile.getDocument("investor"), "name", firms);
                }
            }
        }
    }

    private static void learn(BsonDocument from, String field, Set<String> into) {
        String value = text(from, field);
        if (value != null) {
            into.add(value);
        }
    }

    private static @Nullable String text(BsonDocument from, String field) {
        return from.isString(field) ? from.getString(field).getValue() : null;
    }
}
