package org.lodestone.leads.lead;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;

/** Who may do what to a lead that they can see. What lies outside the scope was a 404 before this is asked. */
public final class LeadAccess {

    private LeadAccess() {}

    static void mayCreate(Command command, String zone, @Nullable String park) {
        Rights.require(command, Right.WRITE, Right.WRITE_OWN);
        if (!command.scope().covers(zone, park)) {
            throw Problem.zoneNotYours(zone);
        }
    }

    /** What they own or created; others' only with the right to all. */
    public static void mayWrite(Command command, Lead lead) {
        mayWrite(command, lead, List.of());
    }

    /** @param absent people whom the writer stands in for, and whose leads are theirs meanwhile */
    static void mayWrite(Command command, Lead lead, List<String> absent) {
        Scope scope = command.scope();
        Rights.require(command, Right.WRITE, Right.WRITE_OWN);
        String owner = lead.assignment().owner();
        boolean own = lead.belongsTo(scope.subject()) || owner != null && absent.contains(owner);
        if (!command.backfill() && !scope.may(Right.WRITE) && !own) {
            throw Problem.forbidden();
        }
        isThere(lead);
    }

    /** What was merged or transferred away is continued in another lead. */
    public static void isThere(Lead lead) {
        Progress.Merger merged = lead.progress().merged();
        if (merged != null) {
            throw new LeadProblem.MergedAway(merged.into());
        }
        Trace.Place to = lead.trace().to();
        if (to != null) {
            throw new LeadProblem.TransferredAway(to.zone());
        }
    }

    /** Giving a lead to somebody else, or away. */
    static void mayAssign(Command command, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            Rights.require(command, Right.ASSIGN);
        }
    }
}
