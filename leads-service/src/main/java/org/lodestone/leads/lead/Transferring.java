package org.lodestone.leads.lead;

import java.util.List;
import java.util.Set;
import org.lodestone.leads.lead.Trace.Place;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.pipeline.State.Category;

/** What a transfer 流转 does: the lead ends in its zone for good, and a new one begins in another. */
public final class Transferring {

    /** The code under which it is announced; why stays in the history. */
    private static final String REASON = "ZONE_TRANSFER";

    private static final Set<Category> CAN_GO = Set.of(Category.OPEN, Category.HELD);

    private Transferring() {}

    /** What became a project, was given up or is gone already stays where it is. */
    public static boolean canGo(Lead lead, ZoneRules rules) {
        return !lead.isWithdrawn()
                && CAN_GO.contains(
                        rules.template().state(lead.progress().state()).category())
                && rules.stateOf(Category.TRANSFERRED).isPresent();
    }

    public static Decision<Lead> close(Lead lead, Place to, String note, ZoneRules rules, Command command) {
        String state = rules.stateOf(Category.TRANSFERRED).orElseThrow();
        Progress before = lead.progress();
        Lead next = lead.with(before.enter(state, command.at()))
                .with(lead.trace().goingTo(to))
                .continued(rules, command);
        Line line = new Line("transferred", before.state(), state, to.zone(), note, before.dwell(command.at()));
        return new Decision<>(next, LeadEvents.moved(lead, next, REASON, rules, command), line);
    }

    /** Everything that is known of it, in the first state, for nobody yet; what was done about it is read where it was done. */
    public static Decision<Lead> open(Lead source, Place here, ZoneRules rules, Command command) {
        Lead lead = new Lead(
                        here.lead(),
                        0,
                        here.zone(),
                        null,
                        here.number(),
                        source.profile(),
                        source.plan(),
                        new Assignment(null, null, null),
                        Progress.begin(rules.template().initial(), command.at()),
                        Care.begin(null),
                        Trace.begin(command, List.of())
                                .keptBy(Custody.of(Because.of(Because.Code.TRANSFERRED, command.at(), command.by())))
                                .comingFrom(new Place(source.zone(), source.id(), source.number())))
                .continued(rules, command);
        return new Decision<>(
                lead,
                LeadEvents.captured(lead, List.of(), rules, command),
                new Line("captured", null, lead.progress().state(), source.zone(), null, null));
    }
}
