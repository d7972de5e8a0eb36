package org.lodestone.leads.merge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.process.Process;

/**
 * One lead merged into another: the record that both of its writes are steps of, and by which it is undone.
 *
 * @param taken what the target had and got; known from {@link State#TAKING} on
 * @param undo who undid it and what could not go back; known from {@link State#UNDOING} on
 * @param refusal why it came to nothing, a code
 */
public record LeadMerge(
        String id,
        long version,
        Asked asked,
        State state,
        @Nullable Taken taken,
        @Nullable Undo undo,
        @Nullable String refusal)
        implements Process {

    /**
     * The source goes first: once it is merged nobody can add to it, so that nothing is forgotten when the target takes it in. Each state
     * names what is done; the step that leads out of it is written twice at most, the second time without effect.
     */
    public enum State {
        BEGUN,
        /** The source is merged. */
        CLOSED,
        /** What the target takes is written down, for the version it then had. */
        TAKING,
        DONE,
        /** The target cannot take it: the source comes back. */
        TURNING_BACK,
        REFUSED,
        UNDOING,
        /** What the target gives back is written down, for the version it then had. */
        RETURNING,
        /** The target has given back; the source is still merged. */
        RETURNED,
        UNDONE
    }

    /**
     * @param choices what a person chose; the rest follows from the two leads
     * @param fingerprint of the request, by which the same one is known again
     */
    public record Asked(String into, String from, List<Choice> choices, String by, Instant at, String fingerprint) {

        Map<String, String> fields() {
            Map<String, String> fields = new TreeMap<>();
            choices.forEach(choice -> fields.put(choice.field(), choice.side()));
            return fields;
        }
    }

    /** @param side whose value of the field is taken; a list, since a field's path has dots in it and names of stored fields have none */
    public record Choice(String field, String side) {}

    /**
     * @param of the target's version that this was worked out for
     * @param followUps the ids of those that came from the source
     * @param duplicates what the target listed before
     */
    public record Taken(
            long of, Instant at, LeadForm before, LeadForm after, List<String> followUps, List<String> duplicates) {}

    /** @param of the target's version that this was worked out for; 0 before */
    public record Undo(String by, Instant at, long of, List<Kept> kept) {}

    /** @param id of the element, where the field is a list of them */
    public record Kept(String field, @Nullable String id, Because because) {}

    public enum Because {
        CHANGED,
        GONE,
        TARGET_CLOSED
    }

    @Override
    public boolean finished() {
        return switch (state) {
            case DONE, REFUSED, UNDONE -> true;
            case BEGUN, CLOSED, TAKING, TURNING_BACK, UNDOING, RETURNING, RETURNED -> false;
        };
    }

    static LeadMerge begin(String id, Asked asked) {
        return new LeadMerge(id, 0, asked, State.BEGUN, null, null, null);
    }

    LeadMerge at(State next) {
        return new LeadMerge(id, version, asked, next, taken, undo, refusal);
    }

    LeadMerge taking(Taken planned) {
        return new LeadMerge(id, version, asked, State.TAKING, planned, undo, refusal);
    }

    LeadMerge refused(State next, String because) {
        return new LeadMerge(id, version, asked, next, null, undo, because);
    }

    LeadMerge undoing(State next, Undo planned) {
        return new LeadMerge(id, version, asked, next, taken, planned, refusal);
    }
}
