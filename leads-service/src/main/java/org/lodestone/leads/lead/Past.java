package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.Assessment;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Progress.Hold;
import org.lodestone.leads.lead.Progress.Loss;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.pipeline.Unmet;

/**
 * What happened to a lead before it came to us.
 *
 * @param state the one it is said to be in; reached as far as the gates allow
 * @param stateAt since when, as far as is known
 * @param revisitOn of one that is held
 * @param touchedAt when it was last changed there
 */
public record Past(
        List<FollowUp> followUps,
        @Nullable Assessment assessment,
        @Nullable String state,
        Instant stateAt,
        @Nullable LocalDate revisitOn,
        Instant touchedAt) {

    /** A coded reason is asked for, and a list has none. */
    private static final String OTHER = "OTHER";

    /** How far a lead came, and what it lacked to come further. */
    public record Reached(String state, List<Unmet> unmet) {}

    Lead told(Lead begun, PipelineTemplate template) {
        Care care = new Care(followUps, begun.care().nextAction(), assessment, List.of(), List.of());
        Lead lead = begun.with(care).lastTouched(touchedAt);
        Lead moved = state == null ? lead : lead.with(moved(lead, template, state));
        return moved.with(moved.trace().answered(Response.told(moved)));
    }

    private Progress moved(Lead lead, PipelineTemplate template, String goal) {
        return template.find(goal).map(State::category).orElse(Category.WON) == Category.OPEN
                ? walked(lead, template, goal)
                : left(lead, template, goal);
    }

    /** State by state, in the template's order, as long as every gate is met. */
    private Progress walked(Lead lead, PipelineTemplate template, String goal) {
        Lead now = lead;
        for (State next : template.states()) {
            boolean onTheWay = next.is(Category.OPEN)
                    && template.order(next.code())
                            > template.order(now.progress().state())
                    && template.order(next.code()) <= template.order(goal);
            if (onTheWay) {
                if (!PastLeads.unmet(now, template, next.code(), move(next.code()))
                        .isEmpty()) {
                    return now.progress();
                }
                now = now.with(now.progress().enter(next.code(), stateAt));
            }
        }
        return now.progress();
    }

    private Progress left(Lead lead, PipelineTemplate template, String goal) {
        State target = template.find(goal).orElse(null);
        if (target == null || !PastLeads.unmet(lead, template, goal, move(goal)).isEmpty()) {
            return lead.progress();
        }
        Progress entered = lead.progress().enter(goal, stateAt);
        return switch (target.category()) {
            case HELD -> entered.heldBecause(new Hold(lead.progress().state(), OTHER, revisitOn));
            case LOST -> entered.lostBecause(new Loss(OTHER, null));
            case OPEN, WON, MERGED, TRANSFERRED -> lead.progress();
        };
    }

    Move move(String to) {
        return new Move(to, OTHER, null, null, revisitOn, null, null, null);
    }

    /** The moves that would have been possible name the state the walk stopped at. */
    static Reached reached(Lead lead, PipelineTemplate template, Past past) {
        String at = lead.progress().state();
        String goal = Objects.requireNonNullElse(past.state(), at);
        if (at.equals(goal)) {
            return new Reached(at, List.of());
        }
        String next = template.states().stream()
                .filter(state -> state.is(Category.OPEN) && template.order(state.code()) > template.order(at))
                .map(State::code)
                .findFirst()
                .filter(_ -> template.find(goal).map(State::category).orElse(Category.WON) == Category.OPEN)
                .orElse(goal);
        return new Reached(at, PastLeads.unmet(lead, template, next, past.move(next)));
    }
}
