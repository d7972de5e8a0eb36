package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.time.Pause;

/** A lead goes from hand to hand: to an owner, back to the open pool 公海; and people begin or cease to watch it. */
public final class Handing {

    /** More would make every event of the lead a mailing. */
    public static final int MOST_WATCHERS = 100;

    private Handing() {}

    /** @param note in words; never leaves in an event */
    public static Decision<Lead> over(
            Lead lead, Assignment to, Because because, @Nullable String note, ZoneRules rules, Command command) {
        return over(lead, to, told(lead, to, because), note, rules, command);
    }

    /** Its project shall have another officer; the lead stays whose it was, and nobody touched it. */
    public static Decision<Lead> project(
            Lead lead, String from, String to, @Nullable String note, ZoneRules rules, Command command) {
        return new Decision<>(
                lead,
                LeadEvents.projectHandedOver(lead, from, to, rules, command),
                new Line("project-handed-over", from, to, Because.Code.HANDOVER.name(), note, null));
    }

    /** Back to the pool, since its owner did nothing about it; who that was is remembered. */
    public static Decision<Lead> lapse(Lead lead, Because because, ZoneRules rules, Command command) {
        String owner = Objects.requireNonNull(lead.assignment().owner());
        Assignment nobody = lead.assignment().ownedBy(null);
        Custody custody = told(lead, nobody, because).lapsed(owner, command.at());
        return over(lead, nobody, custody, null, rules, command);
    }

    private static Custody told(Lead lead, Assignment to, Because because) {
        return lead.custody().because(because, Tenure.after(lead, to.owner(), because));
    }

    private static Decision<Lead> over(
            Lead lead, Assignment to, Custody custody, @Nullable String note, ZoneRules rules, Command command) {
        Because because = Objects.requireNonNull(custody.because());
        Lead next = lead.with(to).with(lead.trace().keptBy(custody)).continued(rules, command);
        Line line = new Line(
                to.owner() == null ? "released" : "assigned",
                lead.assignment().owner(),
                to.owner(),
                because.code().name(),
                note,
                null);
        return new Decision<>(next, LeadEvents.assigned(lead, next, because, rules, command), line);
    }

    /** Not a change of the lead itself: who looked after it last, and when, stays as it is. */
    public static Decision<Lead> watch(Lead lead, String person, boolean watching, ZoneRules rules, Command command) {
        Lead next = lead.with(lead.trace().keptBy(lead.custody().watchedBy(person, watching)));
        return new Decision<>(
                next,
                LeadEvents.changed(lead, next, List.of("watchers"), rules, command),
                new Line(watching ? "watched" : "unwatched", null, null, null, null, null));
    }

    /** A change of the form, of an import or of a merge may have named another owner. */
    static Custody afterForm(Lead lead, Assignment named, Because.Code code, Command command) {
        if (Objects.equals(lead.assignment().owner(), named.owner())) {
            return lead.custody();
        }
        Because.Code why = named.owner() == null ? Because.Code.RELEASED : code;
        return told(lead, named, Because.of(why, command.at(), command.by()));
    }

    /** What was given to somebody absent is with whoever stands in, which stays written down beside it. */
    static Decision<Lead> standingIn(Lead before, Decision<Lead> change, @Nullable String absent) {
        Lead next = change.next();
        Because because = next.custody().because();
        if (absent == null
                || because == null
                || Objects.equals(before.assignment().owner(), next.assignment().owner())) {
            return change;
        }
        Custody custody = next.custody()
                .because(because.standingInFor(absent), next.custody().tenures());
        return new Decision<>(next.with(next.trace().keptBy(custody)), change.event(), change.line());
    }

    /** Every day of care counts: a follow-up, a new owner, or the day it was logged. Whoever gave it back and took it again is no new owner. */
    static List<Instant> cares(Lead lead) {
        List<Instant> moments = new ArrayList<>();
        moments.add(lead.trace().createdAt());
        if (lead.care().lastFollowUpAt() != null) {
            moments.add(lead.care().lastFollowUpAt());
        }
        Tenure tenure = tenure(lead);
        Because because = lead.custody().because();
        if (tenure != null) {
            moments.add(tenure.from());
        } else if (because != null) {
            moments.add(because.at());
        }
        return moments;
    }

    /** While it lay in the pool its owner could do nothing about it. */
    static List<Pause> away(Lead lead) {
        Tenure tenure = tenure(lead);
        return tenure == null ? List.of() : tenure.away();
    }

    private static @Nullable Tenure tenure(Lead lead) {
        return lead.custody().tenures().stream()
                .filter(known -> known.isOf(lead.assignment().owner()))
                .findFirst()
                .orElse(null);
    }
}
