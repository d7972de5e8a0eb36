package org.lodestone.platform.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.pipeline.Limit.Longer;
import org.lodestone.platform.pipeline.PipelineTemplate.Reason;
import org.lodestone.platform.pipeline.State.Category;

/** From the plain maps and lists of a YAML file to a template, noting everything that is wrong with it. */
final class PipelineReader {

    private static final Set<String> KINDS =
            Set.of("FIELD", "INPUT", "VERDICT", "COUNT", "DOCUMENT", "ROLE", "REASON", "ANY_OF");

    private final List<String> faults = new ArrayList<>();

    /** @throws InvalidPipelineException naming every fault */
    static PipelineTemplate read(String source, @Nullable Object yaml) {
        PipelineReader reader = new PipelineReader();
        PipelineTemplate template = reader.template(map(yaml));
        reader.consistent(template);
        if (!reader.faults.isEmpty()) {
            throw new InvalidPipelineException(source, reader.faults);
        }
        return template;
    }

    private PipelineTemplate template(Map<?, ?> yaml) {
        known("template", yaml, "code", "labels", "initial", "states", "backwardReasons");
        List<State> states = new ArrayList<>();
        Map<String, List<String>> moves = new LinkedHashMap<>();
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        for (Object each : list(yaml.get("states"))) {
            Map<?, ?> state = map(each);
            String code = text(state, "code", "state");
            known(code, state, "code", "category", "labels", "limit", "gate", "to", "reasons");
            states.add(new State(
                    code,
                    category(code, state),
                    labels(code, state.get("labels")),
                    limit(code, state),
                    gate(code, state)));
            if (moves.put(
                            code,
                            list(state.get("to")).stream().map(String::valueOf).toList())
                    != null) {
                faults.add(code + ": defined twice");
            }
            reasons.put(code, reasons(code, state.get("reasons")));
        }
        return new PipelineTemplate(
                text(yaml, "code", "template"),
                labels("template", yaml.get("labels")),
                text(yaml, "initial", "template"),
                List.copyOf(states),
                moves,
                reasons,
                reasons("backwardReasons", yaml.get("backwardReasons")));
    }

    private Category category(String state, Map<?, ?> yaml) {
        String name = text(yaml, "category", state);
        for (Category category : Category.values()) {
            if (category.name().equals(name)) {
                return category;
            }
        }
        faults.add(state + ": unknown category " + name);
        return Category.OPEN;
    }

    private @Nullable Limit limit(String state, Map<?, ?> yaml) {
        if (yaml.get("limit") == null) {
            return null;
        }
        Map<?, ?> limit = map(yaml.get("limit"));
        known(state + ".limit", limit, "kind", "days", "workingDays", "red", "longer");
        Object kind = limit.get("kind");
        boolean working = limit.get("workingDays") != null;
        Object days = working ? limit.get("workingDays") : limit.get("days");
        if (!(days instanceof Integer count) || count < 1 || (working && limit.get("days") != null)) {
            faults.add(state + ": a limit needs either days or workingDays, at least 1");
            return null;
        }
        Object red = limit.get("red") == null ? 2 * count : limit.get("red");
        if (!(red instanceof Integer late) || late <= count) {
            faults.add(state + ": the red light of a limit comes after the yellow one");
            return null;
        }
        return new Limit(kind == null ? "stage" : kind.toString(), count, late, working, longer(state, limit, count));
    }

    private @Nullable Longer longer(String state, Map<?, ?> limit, int days) {
        if (limit.get("longer") == null) {
            return null;
        }
        Map<?, ?> longer = map(limit.get("longer"));
        known(state + ".limit.longer", longer, "days", "tags");
        if (!(longer.get("days") instanceof Integer more)
                || more <= days
                || list(longer.get("tags")).isEmpty()) {
            faults.add(state + ": a longer limit has more days, and the tags it is for");
            return null;
        }
        return new Longer(
                more, list(longer.get("tags")).stream().map(Object::toString).collect(Collectors.toSet()));
    }

    private Gate gate(String state, Map<?, ?> yaml) {
        List<Requirement> requirements = new ArrayList<>();
        for (Object each : list(yaml.get("gate"))) {
            Map<?, ?> requirement = map(each);
            requirements.add(requirement(
                    state + "." + requirement.get("name"),
                    requirement,
                    text(requirement, "name", state),
                    labels(state + "." + requirement.get("name"), requirement)));
        }
        return new Gate(requirements);
    }

    private Requirement requirement(String where, Map<?, ?> yaml, String name, Text message) {
        known(where, yaml, "name", "kind", "field", "value", "what", "min", "kinds", "role", "codes", "of", "zh", "en");
        String kind = text(yaml, "kind", where);
        Object named = yaml.get("field");
        String field = named == null ? null : named.toString();
        return switch (kind) {
            case "INPUT" -> new Requirement.InputPresent(name, message, text(yaml, "field", where));
            case "VERDICT" ->
                new Requirement.FieldEquals(name, message, text(yaml, "field", where), text(yaml, "value", where));
            case "COUNT" ->
                new Requirement.AtLeast(name, message, field, text(yaml, "what", where), number(yaml, "min", where));
            case "DOCUMENT" -> new Requirement.HasDocument(name, message, field, texts(yaml, "kinds", where));
            case "ROLE" ->
                new Requirement.RoleHeld(name, message, text(yaml, "field", where), text(yaml, "role", where));
            case "REASON" ->
                new Requirement.ReasonGiven(
                        name,
                        message,
                        list(yaml.get("codes")).stream().map(String::valueOf).toList());
            case "ANY_OF" -> new Requirement.AnyOf(name, message, field, alternatives(where, yaml, name, message));
            case String other -> {
                if (!KINDS.contains(other)) {
                    faults.add(where + ": unknown kind " + other + ", known are "
                            + KINDS.stream().sorted().toList());
                }
                yield new Requirement.FieldPresent(name, message, text(yaml, "field", where));
            }
        };
    }

    /** Alternatives need no name and words of their own: the whole is what is missing. */
    private List<Requirement> alternatives(String where, Map<?, ?> yaml, String name, Text message) {
        List<Requirement> alternatives = new ArrayList<>();
        for (Object each : list(yaml.get("of"))) {
            alternatives.add(requirement(where, map(each), name, message));
        }
        if (alternatives.size() < 2) {
            faults.add(where + ": ANY_OF needs at least two alternatives");
        }
        return List.copyOf(alternatives);
    }

    private List<Reason> reasons(String where, @Nullable Object yaml) {
        List<Reason> reasons = new ArrayList<>();
        for (Object each : list(yaml)) {
            Map<?, ?> reason = map(each);
            String code = text(reason, "code", where);
            reasons.add(new Reason(code, labels(where + "." + code, reason)));
        }
        return List.copyOf(reasons);
    }

    private void consistent(PipelineTemplate template) {
        Set<String> codes = template.moves().keySet();
        if (!codes.contains(template.initial())) {
            faults.add("initial: no state " + template.initial());
        }
        template.moves().forEach((from, targets) -> {
            for (String to : targets) {
                if (!codes.contains(to)) {
                    faults.add(from + ": no state " + to + " to move to");
                } else if (template.isBackward(from, to)
                        && template.backwardReasons().isEmpty()) {
                    faults.add(from + ": moving back to " + to + " needs backwardReasons");
                }
            }
        });
        for (State state : template.states()) {
            boolean entered = state.code().equals(template.initial())
                    || state.is(Category.MERGED) // Both are entered by commands of their own.
                    || state.is(Category.TRANSFERRED)
                    || template.moves().values().stream().anyMatch(targets -> targets.contains(state.code()));
            if (!entered) {
                faults.add(state.code() + ": no move leads there");
            }
            boolean leaves = state.is(Category.HELD) || state.is(Category.LOST);
            if (leaves
                    && template.reasons().getOrDefault(state.code(), List.of()).isEmpty()) {
                faults.add(state.code() + ": needs reasons");
            }
        }
    }

    private Text labels(String where, @Nullable Object yaml) {
        Map<?, ?> labels = map(yaml);
        return new Text(text(labels, "zh", where), text(labels, "en", where));
    }

    private String text(Map<?, ?> yaml, String key, String where) {
        Object value = yaml.get(key);
        if (value == null || value.toString().isBlank()) {
            faults.add(where + ": " + key + " is missing");
            return "";
        }
        return value.toString();
    }

    private List<String> texts(Map<?, ?> yaml, String key, String where) {
        List<String> texts = list(yaml.get(key)).stream().map(String::valueOf).toList();
        if (texts.isEmpty()) {
            faults.add(where + ": " + key + " is missing");
        }
        return texts;
    }

    private long number(Map<?, ?> yaml, String key, String where) {
        if (yaml.get(key) instanceof Integer number && number > 0) {
            return number;
        }
        faults.add(where + ": " + key + " must be a number from 1");
        return 1;
    }

    private void known(String where, Map<?, ?> yaml, String... keys) {
        for (Object key : yaml.keySet()) {
            if (!List.of(keys).contains(key)) {
                faults.add(where + ": unknown entry " + key);
            }
        }
    }

    private static Map<?, ?> map(@Nullable Object yaml) {
        return yaml instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object yaml) {
        return yaml instanceof List<?> list ? list : List.of();
    }
}
