package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Deadline;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.platform.pipeline.Limit;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.time.WorkingCalendar;

/**
 * What a zone decides about its leads: the pipeline, the working days, the time, and who heads which department.
 *
 * @param heads department → the person at its head
 */
public record ZoneRules(PipelineTemplate template, WorkingCalendar calendar, ZoneId time, Map<String, String> heads) {

    static final String FIRST_RESPONSE = "first-response";
    static final String ASSESSMENT = "assessment";
    static final String FOLLOW_UP = "follow-up";
    static final String NEXT_ACTION = "next-action";
    static final String REVISIT = "revisit";

    /** Days after a promised date until its light turns from yellow to red. */
    private static final int GRACE_DAYS = 7;

    /** The clocks that run for a lead as it stands. They follow from the lead alone, so the same lead always has the same ones. */
    List<Due> clocks(Progress progress, Care care) {
        State state = template.state(progress.state());
        List<Due> running = new ArrayList<>();
        if (state.is(Category.HELD) && progress.held() != null) {
            byDate(REVISIT, progress.held().revisitOn()).ifPresent(running::add);
        }
        if (!state.is(Category.OPEN)) {
            return List.copyOf(running);
        }
        ofState(state, progress, care).ifPresent(running::add);
        followUp(state, progress, care).ifPresent(running::add);
        byDate(NEXT_ACTION, care.nextAction() == null ? null : care.nextAction().on())
                .ifPresent(running::add);
        return List.copyOf(running);
    }

    /** What the event says of the clocks: those that started or moved, and those that stopped. */
    @Nullable
    List<Deadline> changes(List<Due> before, List<Due> after, Instant at) {
        List<Deadline> changes = new ArrayList<>();
        after.stream()
                .filter(due -> !before.contains(due))
                .forEach(due -> changes.add(new Deadline(due.kind(), due.dueAt(), null)));
        before.stream()
                .filter(due -> after.stream().noneMatch(now -> now.kind().equals(due.kind())))
                .forEach(due -> changes.add(new Deadline(due.kind(), null, at)));
        return changes.isEmpty() ? null : List.copyOf(changes);
    }

    /** The first state of that kind, if the template has one. */
    Optional<String> stateOf(Category category) {
        return template.states().stream()
                .filter(state -> state.is(category))
                .map(State::code)
                .findFirst();
    }

    @Nullable
    String headOf(@Nullable String department) {
        return department == null ? null : heads.get(department);
    }

    private Optional<Due> ofState(State state, Progress progress, Care care) {
        Limit limit = state.limit();
        if (limit == null || limit.kind().equals(FOLLOW_UP) || met(limit.kind(), progress, care)) {
            return Optional.empty();
        }
        return Optional.of(due(limit, progress.since()));
    }

    private static boolean met(String kind, Progress progress, Care care) {
        return switch (kind) {
            case FIRST_RESPONSE -> !care.followUps().isEmpty();
            case ASSESSMENT ->
                care.assessment() != null && !care.assessment().at().isBefore(progress.since());
            default -> false;
        };
    }

    /** From the first state that asks for regular follow-ups on, each of them starts the clock anew. */
    private Optional<Due> followUp(State state, Progress progress, Care care) {
        return template.states().stream()
                .filter(asking ->
                        asking.limit() != null && asking.limit().kind().equals(FOLLOW_UP))
                .findFirst()
                .filter(asking -> template.order(asking.code()) <= template.order(state.code()))
                .map(asking ->
                        due(java.util.Objects.requireNonNull(asking.limit()), lastCared(asking, progress, care)));
    }

    /** The last follow-up, or the moment follow-ups began to be asked for, whichever is later. */
    private static Instant lastCared(State asking, Progress progress, Care care) {
        Instant began = progress.stays().stream()
                .filter(stay -> stay.state().equals(asking.code()))
                .map(Progress.Stay::from)
                .reduce((_, later) -> later)
                .orElse(progress.since());
        Instant last = care.lastFollowUpAt();
        return last == null || last.isBefore(began) ? began : last;
    }

    private Due due(Limit limit, Instant since) {
        return new Due(limit.kind(), limit.dueAt(since, calendar, time), limit.redAt(since, calendar, time));
    }

    /** A date is kept until the end of that day, or of the next working day. */
    private Optional<Due> byDate(String kind, @Nullable LocalDate on) {
        if (on == null) {
            return Optional.empty();
        }
        LocalDate day = calendar.isWorkingDay(on) ? on : calendar.addWorkingDays(on, 1);
        return Optional.of(new Due(
                kind,
                day.plusDays(1).atStartOfDay(time).toInstant(),
                day.plusDays(1 + GRACE_DAYS).atStartOfDay(time).toInstant()));
    }
}
