package org.lodestone.leads.lead;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who sees a phone masked sends it back masked: recognised by the contact's id and its mask, it means "unchanged". */
final class MaskedContacts {

    private MaskedContacts() {}

    /** The patch with the values that its masks stand for. */
    static JsonNode restored(JsonNode patch, List<Contact> present) {
        if (!patch.path("contacts").isArray()) {
            return patch;
        }
        JsonNode restored = patch.deepCopy();
        for (JsonNode sent : restored.path("contacts")) {
            if (sent instanceof ObjectNode contact) {
                present.stream()
                        .filter(known -> known.id() != null
                                && known.id().equals(contact.path("id").asString("")))
                        .findFirst()
                        .ifPresent(known -> restore(contact, known));
            }
        }
        return restored;
    }

    private static void restore(ObjectNode sent, Contact known) {
        Contact masked = known.masked();
        restore(sent, "phone", masked.phone(), known.phone());
        restore(sent, "email", masked.email(), known.email());
    }

    private static void restore(ObjectNode sent, String field, @Nullable String masked, @Nullable String known) {
        if (masked != null && masked.equals(sent.path(field).asString(""))) {
            sent.put(field, Objects.requireNonNull(known));
        }
    }
}
