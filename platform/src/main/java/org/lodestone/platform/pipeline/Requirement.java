package org.lodestone.platform.pipeline;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One typed condition of a gate. */
public sealed interface Requirement {

    String name();

    Text message();

    /** The field that would meet it, if it is one. */
    @Nullable
    String field();

    /** @param input what came with the transition itself */
    boolean met(Facts facts, Facts input);

    default Unmet unmet() {
        return new Unmet(name(), field(), message());
    }

    /** FIELD: something is there, and it is not blank, empty or {@code false}. */
    record FieldPresent(String name, Text message, String field) implements Requirement {

        @Override
        public boolean met(Facts facts, Facts input) {
            return isPresent(facts.value(field));
        }
    }

    /** INPUT: the same, of what comes with the transition, e.g. {@code contract.number}. */
    record InputPresent(String name, Text message, String field) implements Requirement {

        @Override
        public boolean met(Facts facts, Facts input) {
            return isPresent(input.value(field));
        }
    }

    /** VERDICT: a field has this very value. */
    record FieldEquals(String name, Text message, String field, String value) implements Requirement {

        @Override
        public boolean met(Facts facts, Facts input) {
            Object present = facts.value(field);
            return present != null && present.toString().equals(value);
        }
    }

    /** COUNT: at least n of something. */
    record AtLeast(String name, Text message, @Nullable String field, String what, long min) implements Requirement {

        @Override
        public boolean met(Facts facts, Facts input) {
            return facts.count(what) >= min;
        }
    }

    /** DOCUMENT: a document of one of these kinds, counted as {@code documents.<KIND>}. */
    record HasDocument(String name, Text message, @Nullable String field, List<String> kinds) implements Requirement {

        @Override
        public boolean met(Facts facts, Facts input) {
            return kinds.stream().anyMatch(kind -> facts.count("documents." + kind) > 0);
        }
    }

    /** ROLE: somebody holds it. */
    record RoleHeld(String name, Text message, String field, String role) implements Requirement {

        @Override
        public boolean met(Facts facts, Facts input) {
            return isPresent(facts.value(field));
        }
    }

    /** REASON: a code of the template's list for the target. */
    record ReasonGiven(String name, Text message, List<String> codes) implements Requirement {

        @Override
        public String field() {
            return "reason";
        }

        @Override
        public boolean met(Facts facts, Facts input) {
            Object reason = input.value("reason");
            return isPresent(reason) && (codes.isEmpty() || codes.contains(String.valueOf(reason)));
        }
    }

    /** ANY_OF: one of them is enough. */
    record AnyOf(String name, Text message, @Nullable String field, List<Requirement> of) implements Requirement {

        @Override
        public boolean met(Facts facts, Facts input) {
            return of.stream().anyMatch(requirement -> requirement.met(facts, input));
        }
    }

    private static boolean isPresent(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case String text -> !text.isBlank();
            case Collection<?> items -> !items.isEmpty();
            case Object _ -> true;
        };
    }
}
