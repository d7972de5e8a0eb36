package org.lodestone.leads.lead;

import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;

/** A lead waits for a known reason: its lights are out and its clocks stand still, which its event says; it wakes by itself. */
final class Waiting {

    private Waiting() {}

    /** Another wait ends where this one begins. */
    static Decision<Lead> begin(Lead lead, Wait wait, ZoneRules rules, Command command) {
        if (!lead.isOpen()) {
            throw new LeadProblem.NotOpen();
        }
        Lead next = lead.with(lead.care().waiting(wait)).continued(rules, command);
        Line line = new Line("waiting", null, wait.until().toString(), null, wait.reason(), null);
        return new Decision<>(next, LeadEvents.deadlinesChanged(lead, next, "WAIT_BEGUN", rules, command), line);
    }

    /** Before its time. */
    static Decision<Lead> end(Lead lead, ZoneRules rules, Command command) {
        Lead next = lead.with(lead.care().awake(command.at())).continued(rules, command);
        return new Decision<>(
                next, LeadEvents.deadlinesChanged(lead, next, "WAIT_ENDED", rules, command), Line.of("wait-ended"));
    }
}
