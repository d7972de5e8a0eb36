package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Because.Code;
import org.lodestone.platform.time.Pause;

/**
 * How long somebody has had a lead on their hands without working on it, over a return to the pool. Whoever gives a lead back and takes it
 * again is no new owner: what they had used up of their time stays used up, and the time it was not theirs does not count.
 *
 * @param from when the count began
 * @param leftAt when they gave it back; {@code null} once they have it again
 * @param away when it was not theirs in between, oldest first
 */
public record Tenure(String person, Instant from, @Nullable Instant leftAt, List<Pause> away) {

    /** Who takes and returns it more often than this has the oldest of it counted. */
    private static final int MOST = 20;

    /** More people than work in one zone seldom pass one lead around. */
    private static final int MOST_PEOPLE = 10;

    /**
     * What is known after a change of hands: those who gave it back go on where they were if they take it again, also when others had it in
     * between. What somebody is given by others begins anew.
     */
    static List<Tenure> after(Lead lead, @Nullable String owner, Because because) {
        String before = lead.assignment().owner();
        Map<String, Tenure> known = new LinkedHashMap<>();
        lead.custody().tenures().forEach(one -> known.put(one.person, one));
        Tenure ended = before == null ? null : known.remove(before);
        Tenure again = owner == null ? null : known.remove(owner);
        if (owner == null && before != null && because.code() == Code.RELEASED) {
            List<Pause> away = ended == null ? List.of() : ended.away;
            known.put(before, new Tenure(before, lead.caredAt(), because.at(), away));
        } else if (again != null && because.code() == Code.CLAIMED) {
            known.put(again.person, again.resumed(because.at()));
        }
        List<Tenure> all = new ArrayList<>(known.values());
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST_PEOPLE), all.size()));
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
