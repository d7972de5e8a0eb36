package org.lodestone.platform.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Finds a person in a document, and says how the document is without them. It changes nothing itself. */
public final class Cleaning {

    public static final String CONTACTS = "contacts";

    /** Made by us, of digits and letters that mean nothing: a number found in them is a coincidence. */
    private static final Set<String> OURS = Set.of(
            "_id", "id", "hash", "sha256", "fingerprint", "key", "traceparent", "uscc", "ref", "version", "payload");

    private final Likeness likeness;

    public Cleaning(Likeness likeness) {
        this.likeness = likeness;
    }

    /**
     * One place in a document.
     *
     * @param path dotted, lists by number
     * @param whole the value is a part of its own, e.g. a contact, not a text
     */
    public record Edit(
            String path, BsonValue before, @Nullable BsonValue after, boolean whole) {}

    /** Whether the document is about the person at all, so that their name in it is theirs. */
    public boolean isAbout(BsonDocument document, Set<String> records) {
        boolean[] found = {false, false, false};
        leaves("", document, (path, text) -> {
            found[0] |= likeness.identifies(text) || records.contains(text);
            found[1] |= likeness.isOfFirm(text);
            found[2] |= likeness.names(text);
        });
        return found[0] || found[1] && found[2] || belongs(document, records);
    }

    /** Whether it is a part of one of the records: its id begins with theirs. */
    public static boolean belongs(BsonDocument document, Set<String> records) {
        BsonValue id = document.get("_id");
        if (id == null || !id.isString()) {
            return false;
        }
        String text = id.asString().getValue();
        int end = text.indexOf(':');
        return records.contains(end < 0 ? text : text.substring(0, end));
    }

    /** @param about whether names count */
    public List<Edit> edits(BsonDocument document, boolean about) {
        List<Edit> edits = new ArrayList<>();
        walk("", document, about, edits);
        return List.copyOf(edits);
    }

    /** The document without the person; contacts that are theirs are gone, texts have a mark. */
    public BsonDocument cleaned(BsonDocument document, boolean about) {
        return (BsonDocument) clean("", document, about);
    }

    public boolean touches(BsonValue value, boolean about) {
        boolean[] found = {false};
        leaves("", value, (path, text) -> found[0] |= about ? likeness.names(text) : likeness.identifies(text));
        return found[0];
    }

    /** Names of firms stay: they are the firm's, and went out in events. */
    public boolean keeps(String path) {
        return path.endsWith("investor.name") || path.endsWith(".firm") || path.equals("firm");
    }

    private void walk(String path, BsonValue value, boolean about, List<Edit> edits) {
        switch (value.getBsonType()) {
            case STRING -> {
                String text = value.asString().getValue();
                String left = likeness.without(text, about);
                if (!left.equals(text) && !keeps(path)) {
                    edits.add(new Edit(path, value, new BsonString(left), false));
                }
            }
            case DOCUMENT ->
                value.asDocument().forEach((name, inner) -> {
                    if (!OURS.contains(name)) {
                        walk(path.isEmpty() ? name : path + '.' + name, inner, about, edits);
                    }
                });
            case ARRAY -> array(path, value.asArray(), about, edits);
            default -> {}
        }
    }

    private void array(String path, BsonArray values, boolean about, List<Edit> edits) {
        if (isContacts(path) && values.stream().anyMatch(one -> touches(one, about))) {
            edits.add(new Edit(path, values, clean(path, values, about), true));
            return;
        }
        for (int place = 0; place < values.size(); place++) {
            walk(path + '.' + place, values.get(place), about, edits);
        }
    }

    private BsonValue clean(String path, BsonValue value, boolean about) {
        return switch (value.getBsonType()) {
            case STRING ->
                keeps(path)
                        ? value
                        : new BsonString(likeness.without(value.asString().getValue(), about));
            case DOCUMENT -> {
                BsonDocument left = new BsonDocument();
                for (Map.Entry<String, BsonValue> field : value.asDocument().entrySet()) {
                    String name = field.getKey();
                    String inner = path.isEmpty() ? name : path + '.' + name;
                    left.put(name, OURS.contains(name) ? field.getValue() : clean(inner, field.getValue(), about));
                }
                yield left;
            }
            case ARRAY ->
                new BsonArray(value.asArray().stream()
                        .filter(one -> !isContacts(path) || !touches(one, about))
                        .map(one -> clean(path, one, about))
                        .toList());
            default -> value;
        };
    }

    private static boolean isContacts(String path) {
        return path.equals(CONTACTS) || path.endsWith('.' + CONTACTS);
    }

    public static void leaves(String path, BsonValue value, BiConsumer<String, String> each) {
        switch (value.getBsonType()) {
            case STRING -> each.accept(path, value.asString().getValue());
            case DOCUMENT ->
                value.asDocument().forEach((name, inner) -> {
                    if (!OURS.contains(name) || name.equals("id")) {
                        leaves(path + '.' + name, inner, each);
                    }
                });
            case ARRAY -> value.asArray().forEach(inner -> leaves(path, inner, each));
            default -> {}
        }
    }
}
