package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.platform.pipeline.Limit;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.time.Pause;
import org.lodestone.platform.time.WorkingTime;

/** The clocks that run for a lead as it stands. They follow from the lead and its zone alone: the same lead always has the same ones. */
public final class Clocks {

    public static final String FIRST_RESPONSE = "first-response";
    static final String ASSESSMENT = "assessment";
    static final String FOLLOW_UP = "follow-up";
    public static final String NEXT_ACTION = "next-action";
    public static final String REVISIT = "revisit";

    /** Days after a promised date until its light turns from yellow to red. */
    private static final int GRACE_DAYS = 7;

    private final PipelineTemplate template;
    private final WorkingTime time;
    private final Lead lead;
    private final List<Pause> pauses;

    Clocks(ZoneRules rules, Lead lead) {
        this.template = rules.template();
        this.time = rules.time();
        this.lead = lead;
        this.pauses = lead.care().waits().stream().map(Wait::pause).toList();
    }

    List<Due> running() {
        State state = template.state(lead.progress().state());
        Progress.Hold held = lead.progress().held();
        if (state.is(Category.HELD) && held != null) {
            return byDate(REVISIT, held.revisitOn()).stream().toList();
        }
        if (!state.is(Category.OPEN)) {
            return List.of();
        }
        Care.NextAction next = lead.care().nextAction();
        List<Due> running = new ArrayList<>();
        ofState(state).ifPresent(running::add);
        followUp(state).ifPresent(running::add);
        byDate(NEXT_ACTION, next == null ? null : next.on()).ifPresent(running::add);
        return List.copyOf(running);
    }

    /** The date that a clock of that kind was promised for; empty for clocks that run. */
    static Optional<LocalDate> promised(Lead lead, String kind) {
        Care.NextAction next = lead.care().nextAction();
        Progress.Hold held = lead.progress().held();
        return switch (kind) {
            case NEXT_ACTION -> Optional.ofNullable(next == null ? null : next.on());
            case REVISIT -> Optional.ofNullable(held == null ? null : held.revisitOn());
            default -> Optional.empty();
        };
    }

    private Optional<Due> ofState(State state) {
        Limit limit = state.limit();
        if (limit == null || limit.kind().equals(FOLLOW_UP) || isMet(limit.kind())) {
            return Optional.empty();
        }
        return Optional.of(due(limit, lead.progress().since()));
    }

    private boolean isMet(String kind) {
        Care care = lead.care();
        return switch (kind) {
            case FIRST_RESPONSE -> !care.followUps().isEmpty();
            case ASSESSMENT ->
                care.assessment() != null
                        && !care.assessment().at().isBefore(lead.progress().since());
            default -> false;
        };
    }

    /** From the first state that asks for regular follow-ups on, each of them starts the clock anew. */
    private Optional<Due> followUp(State state) {
        return asking(template, state).map(asking -> due(Objects.requireNonNull(asking.limit()), lastCared(asking)));
    }

    /** From which state on follow-ups are asked for, if that one is as far. */
    private static Optional<State> asking(PipelineTemplate template, State state) {
        return template.states().stream()
                .filter(asking ->
                        asking.limit() != null && asking.limit().kind().equals(FOLLOW_UP))
                .findFirst()
                .filter(asking -> template.order(asking.code()) <= template.order(state.code()));
    }

    static boolean asksForFollowUps(PipelineTemplate template, State state) {
        return asking(template, state).isPresent();
    }

    /** The last follow-up, or the moment follow-ups began to be asked for, whichever is later. */
    private Instant lastCared(State asking) {
        Instant began = lead.progress().stays().stream()
                .filter(stay -> stay.state().equals(asking.code()))
                .map(Progress.Stay::from)
                .reduce((_, later) -> later)
                .orElse(lead.progress().since());
        Instant last = lead.care().lastFollowUpAt();
        return last == null || last.isBefore(began) ? began : last;
    }

    private Due due(Limit usual, Instant since) {
        Limit limit = usual.of(lead.profile().tags());
        return new Due(limit.kind(), limit.dueAt(since, time, pauses), limit.redAt(since, time, pauses), since);
    }

    /** A promised date does not move, but nothing falls due while the lead waits: then it is due on the day it wakes. */
    private Optional<Due> byDate(String kind, @Nullable LocalDate on) {
        if (on == null) {
            return Optional.empty();
        }
        LocalDate day = on;
        for (Pause pause : pauses) {
            day = sleeps(pause, time.endOf(day)) ? time.dateOf(pause.until()) : day;
        }
        Instant red = time.endOf(day).plus(java.time.Duration.ofDays(GRACE_DAYS));
        for (Pause pause : pauses) {
            red = sleeps(pause, red) ? pause.until() : red;
        }
        return Optional.of(new Due(kind, time.endOf(day), red, null));
    }

    private static boolean sleeps(Pause pause, Instant moment) {
        return moment.isAfter(pause.from()) && !moment.isAfter(pause.until());
    }
}
