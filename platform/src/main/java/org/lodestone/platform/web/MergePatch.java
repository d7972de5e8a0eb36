package org.lodestone.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) onto a record: {@code null} removes, objects are merged, everything else replaces. */
public final class MergePatch {

    private final JsonMapper json;
    private final StrictJson strict;

    public MergePatch(JsonMapper json, StrictJson strict) {
        this.json = json;
        this.strict = strict;
    }

    /**
     * @param current what may be changed, as a record of the wire's names; if it is {@link Checked}, the result is checked
     * @param readOnly fields the caller can see and may not change, refused by name
     * @throws ValidationProblem with everything that is wrong
     */
    @SuppressWarnings("unchecked") // The class of a T is a Class<T>.
    public <T extends Record> T apply(JsonNode patch, T current, Set<String> readOnly) {
        if (!(patch.deepCopy() instanceof ObjectNode changes)) {
            throw Problem.invalid(FieldProblem.of("", "type.object"));
        }
        List<FieldProblem> problems = new ArrayList<>();
        for (String name : List.copyOf(changes.propertyNames())) {
            if (readOnly.contains(name)) {
                problems.add(FieldProblem.of(name, "read-only"));
                changes.remove(name);
            }
        }
        problems.addAll(JsonShape.prunePatch(changes, current.getClass()));
        ObjectNode target = json.valueToTree(current);
        merge(target, changes);
        return (T) strict.bind(target, current.getClass(), problems);
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        for (String name : changes.propertyNames()) {
            JsonNode value = changes.path(name);
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode nested) {
                ObjectNode onto = target.path(name) instanceof ObjectNode present ? present : target.putObject(name);
                merge(onto, nested);
            } else {
                target.set(name, value);
            }
        }
    }
}
