package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;

/** The clocks of a lead set by what its zone now decides: a command of its own, since nobody touched the lead. */
public final class ClockSetting {

    private ClockSetting() {}

    /** Empty when every clock is right as it is. */
    public static Optional<Decision<Lead>> anew(Lead lead, ZoneRules rules, Command command) {
        if (isRight(lead, rules, command.at())) {
            return Optional.empty();
        }
        Lead next = waking(lead, rules, command.at()).clocked(rules);
        return Optional.of(new Decision<>(
                next,
                LeadEvents.deadlinesChanged(lead, next, "CALENDAR", rules, command),
                Line.of("deadlines-changed")));
    }

    public static boolean isRight(Lead lead, ZoneRules rules, Instant now) {
        Lead waking = waking(lead, rules, now);
        List<Due> known = lead.care().dues();
        List<Due> due = rules.clocks(waking);
        return waking.care().waits().equals(lead.care().waits())
                && known.size() == due.size()
                && due.stream().allMatch(one -> known.stream().anyMatch(one::agrees));
    }

    private static Lead waking(Lead lead, ZoneRules rules, Instant now) {
        return lead.isOpen() ? lead.with(lead.care().waitingBy(rules.time(), now)) : lead;
    }
}
