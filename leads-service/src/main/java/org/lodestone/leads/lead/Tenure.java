package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Because.Code;
import org.lodestone.platform.time.Pause;

/**
 * How long somebody has had a lead on their hands without working on it, over a return to the pool. Whoever gives a lead back and takes it
 * again is no new owner: what they had used up of their time stays used up, and the time it lay in the pool does not count.
 *
 * @param from when the count began
 * @param leftAt when they gave it back; {@code null} once they have it again
 * @param away when it lay in the pool in between, oldest first
 */
public record Tenure(String person, Instant from, @Nullable Instant leftAt, List<Pause> away) {

    /** Who takes and returns it more often than this has the oldest of it counted. */
    private static final int MOST = 20;

    /** What is known of it after a change of hands: nothing, unless a lead was given back, or is taken by whoever gave it back. */
    static @Nullable Tenure after(Lead lead, @Nullable String owner, Because because) {
        String before = lead.assignment().owner();
        Tenure known = lead.custody().tenure();
        if (owner == null && before != null && because.code() == Code.RELEASED) {
            List<Pause> away = known != null && known.person.equals(before) ? known.away : List.of();
            return new Tenure(before, lead.caredAt(), because.at(), away);
        }
        boolean again = owner != null && because.code() == Code.CLAIMED;
        return again && known != null && known.person.equals(owner) ? known.resumed(because.at()) : null;
    }

    /** Whether it tells how long the owner has had the lead. */
    boolean isOf(@Nullable String owner) {
        return leftAt == null && person.equals(owner);
    }

    private Tenure resumed(Instant at) {
        List<Pause> all = new ArrayList<>(away);
        if (leftAt != null && at.isAfter(leftAt)) {
            all.add(new Pause(leftAt, at));
        }
        return new Tenure(person, from, null, List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size())));
    }
}
