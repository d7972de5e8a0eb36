package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Deadline;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.platform.pipeline.Limit;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.time.Pause;
import org.lodestone.platform.time.WorkingTime;

/**
 * What a zone decides about its leads: the pipeline, when people work, and who heads which department.
 *
 * @param heads department → the person at its head
 */
public record ZoneRules(PipelineTemplate template, WorkingTime time, Map<String, String> heads) {

    List<Due> clocks(Lead lead) {
        return new Clocks(this, lead).running();
    }

    /** The day a clock belongs to: of a promised date itself, also where nobody works then and it is late only after the next working day. */
    public LocalDate dayOf(Lead lead, Due due) {
        LocalDate dueDay = time.dateOf(due.dueAt().minusMillis(1));
        return Clocks.promised(lead, due.kind())
                .filter(on -> time.endOf(on).equals(due.dueAt()))
                .orElse(dueDay);
    }

    /** When so many working days have passed since somebody cared for it; what it waited, or lay in the pool, does not count. */
    public Instant lapsesAt(Lead lead, int days) {
        List<Pause> pauses =
                Pause.apart(Stream.concat(lead.care().waits().stream().map(Wait::pause), Handing.away(lead).stream())
                        .toList());
        return new Limit("recycling", days, days, true, null).dueAt(lead.caredAt(), time, pauses);
    }

    /** What the event says of the clocks: those that started or moved, and those that stopped. */
    @Nullable
    List<Deadline> changes(List<Due> before, List<Due> after, Instant at) {
        List<Deadline> changes = new ArrayList<>();
        after.stream()
                .filter(due -> before.stream().noneMatch(due::agrees))
                .forEach(due -> changes.add(Deadline.due(due.kind(), due.dueAt(), due.redAt())));
        before.stream()
                .filter(due -> after.stream().noneMatch(now -> now.kind().equals(due.kind())))
                .forEach(due -> changes.add(Deadline.met(due.kind(), at)));
        return changes.isEmpty() ? null : List.copyOf(changes);
    }

    /** What a lead that is followed up regularly should have and has not, by name; {@code null} when nothing is missing. */
    @Nullable
    List<String> missing(Lead lead) {
        State state = template.state(lead.progress().state());
        if (!state.is(Category.OPEN) || !Clocks.asksForFollowUps(template, state)) {
            return null;
        }
        NextAction next = lead.care().nextAction();
        List<String> missing = new ArrayList<>();
        if (lead.assignment().sponsor() == null) {
            missing.add("sponsor");
        }
        if (next == null || next.on() == null) {
            missing.add("next-step");
        }
        return missing.isEmpty() ? null : List.copyOf(missing);
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
}
