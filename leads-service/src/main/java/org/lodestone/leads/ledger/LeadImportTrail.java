package org.lodestone.leads.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadForm;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an update changed, field by field, in the wire's form: laid onto a lead, and taken off again where nobody changed it since. */
@Component
class LeadImportTrail {

    /** Which lead and which zone it is does not come from a row. */
    private static final Set<String> FIXED = Set.of("zone", "assignment");

    private final JsonMapper json;

    LeadImportTrail(JsonMapper json) {
        this.json = json;
    }

    /** The lead's fields with what the row says laid over them; what the row leaves empty stays. */
    LeadForm over(LeadForm present, LeadForm said) {
        ObjectNode target = json.valueToTree(present);
        ObjectNode changes = json.valueToTree(said);
        changes.remove(FIXED);
        lay(target, changes);
        return json.treeToValue(target, LeadForm.class);
    }

    private static void lay(ObjectNode target, ObjectNode changes) {
        for (String name : changes.propertyNames()) {
            JsonNode value = changes.path(name);
            if (value instanceof ObjectNode nested && target.path(name) instanceof ObjectNode present) {
                lay(present, nested);
            } else if (value instanceof ArrayNode more && target.path(name) instanceof ArrayNode present) {
                add(present, more);
            } else if (!(value.isNull() || value.isArray() && value.isEmpty())) {
                target.set(name, value);
            }
        }
    }

    /** Lists grow; who is named already is told more of. */
    private static void add(ArrayNode present, ArrayNode more) {
        for (JsonNode one : more) {
            JsonNode same = null;
            for (JsonNode known : present) {
                boolean named = known.has("name") && known.path("name").equals(one.path("name"));
                same = same == null && (named || bare(known).equals(bare(one))) ? known : same;
            }
            if (same == null) {
                present.add(one);
            } else if (same instanceof ObjectNode known && one instanceof ObjectNode told) {
                lay(known, told);
            }
        }
    }

    /** Without ids, which a lead gives to what has none. */
    private static JsonNode bare(JsonNode node) {
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove("id");
        } else if (copy instanceof ArrayNode array) {
            for (JsonNode item : array) {
                if (item instanceof ObjectNode object) {
                    object.remove("id");
                }
            }
        }
        return copy;
    }

    /** To be kept before the update is written. */
    String of(String id, LeadForm before, LeadForm after) {
        ObjectNode trail = json.createObjectNode().put("id", id);
        trail.set("before", json.valueToTree(before));
        trail.set("after", json.valueToTree(after));
        return json.writeValueAsString(trail);
    }

    String idOf(String trail) {
        return json.readTree(trail).path("id").stringValue();
    }

    LeadForm after(String trail) {
        return json.treeToValue(json.readTree(trail).path("after"), LeadForm.class);
    }

    LeadForm before(String trail) {
        return json.treeToValue(json.readTree(trail).path("before"), LeadForm.class);
    }

    boolean changes(LeadForm before, LeadForm after) {
        return !json.valueToTree(before).equals(json.valueToTree(after));
    }

    /** @param form as it was, as far as nobody changed it since; {@code kept} the fields somebody did */
    record Back(LeadForm form, List<String> kept) {}

    /** The same for the way there: fields that changed between preview and run stay as they are. */
    Back back(LeadForm present, String trail) {
        JsonNode both = json.readTree(trail);
        return move(present, both.path("after"), both.path("before"));
    }

    Back forth(LeadForm present, String trail) {
        JsonNode both = json.readTree(trail);
        return move(present, both.path("before"), both.path("after"));
    }

    private Back move(LeadForm present, JsonNode from, JsonNode to) {
        ObjectNode target = json.valueToTree(present);
        List<String> kept = new ArrayList<>();
        move("", target, from, to, kept);
        return new Back(json.treeToValue(target, LeadForm.class), kept);
    }

    private static void move(String path, ObjectNode target, JsonNode from, JsonNode to, List<String> kept) {
        Set<String> names = new LinkedHashSet<>(from.propertyNames());
        names.addAll(to.propertyNames());
        for (String name : names) {
            JsonNode was = from.get(name);
            JsonNode goal = to.get(name);
            if (Objects.equals(was, goal)) {
                continue;
            }
            if (was instanceof ObjectNode
                    && goal instanceof ObjectNode
                    && target.path(name) instanceof ObjectNode inner) {
                move(path + name + ".", inner, was, goal, kept);
            } else if (Objects.equals(present(target.get(name)), present(was))) {
                put(target, name, goal);
            } else {
                kept.add(path + name);
            }
        }
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isNull() || node.isArray() && node.isEmpty() ? null : bare(node);
    }

    private static void put(ObjectNode target, String name, @Nullable JsonNode value) {
        if (present(value) == null) {
            target.remove(name);
        } else {
            target.set(name, value);
        }
    }
}
