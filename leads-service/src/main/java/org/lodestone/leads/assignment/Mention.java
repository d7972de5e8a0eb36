package org.lodestone.leads.assignment;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody who hands everything over is named beside their leads.
 *
 * @param id of the rule, the absence or the project
 * @param name by which people know it: of the rule or the project, of the absent person
 * @param lead the project came out of
 * @param outcome what becomes of it
 * @param done whether it has; {@code LEFT} from the beginning
 */
public record Mention(
        Kind kind, String id, String name, @Nullable String lead, Outcome outcome, boolean done) {

    public enum Kind {
        RULE,
        STAND_IN,
        PROJECT
    }

    public enum Outcome {
        /** The other stands in their place. */
        REPLACED,
        /** The other was named there already. */
        REMOVED,
        /** Somebody has to decide what becomes of it. */
        LEFT
    }

    static Mention of(Kind kind, String id, String name, Outcome outcome) {
        return new Mention(kind, id, name, null, outcome, outcome == Outcome.LEFT);
    }

    Mention of(@Nullable String from) {
        return new Mention(kind, id, name, from, outcome, done);
    }

    Mention over() {
        return new Mention(kind, id, name, lead, outcome, true);
    }

    /** It could not be done after all. */
    Mention left() {
        return new Mention(kind, id, name, lead, Outcome.LEFT, true);
    }

    boolean isAt(Mention other) {
        return kind == other.kind && id.equals(other.id);
    }
}
