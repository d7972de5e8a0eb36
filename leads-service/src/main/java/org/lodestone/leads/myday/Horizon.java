package org.lodestone.leads.myday;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodestone.leads.lead.Clocks;
import org.lodestone.leads.lead.LeadQuery;
import org.lodestone.platform.search.Condition;

/**
 * How far somebody looks: now, the end of today, the end of the week.
 *
 * @param today until when it is today; what is due at that very moment was promised for today
 * @param week until when it is this week
 */
record Horizon(Instant now, Instant today, Instant week) {

    enum Group {
        OVERDUE,
        UNANSWERED,
        TODAY,
        WEEK,
        WAITING
    }

    static Horizon of(Instant now, ZoneId time) {
        LocalDate date = LocalDate.ofInstant(now, time);
        LocalDate monday = date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return new Horizon(
                now,
                date.plusDays(1).atStartOfDay(time).toInstant(),
                monday.atStartOfDay(time).toInstant());
    }

    /** What belongs to each group, the most urgent one first: by the clock that falls due first, whatever else runs. */
    Map<Group, Condition> groups() {
        Condition waits = LeadQuery.waits(now);
        Condition awake = new Condition.Not(waits);
        Condition first = Condition.is("firstClock", Clocks.FIRST_RESPONSE);
        Condition answered = new Condition.Not(first);
        Map<Group, Condition> groups = new LinkedHashMap<>();
        groups.put(Group.OVERDUE, all(awake, due(null, now)));
        groups.put(Group.UNANSWERED, all(awake, first, due(now, null)));
        groups.put(Group.TODAY, all(awake, answered, due(now, today)));
        groups.put(Group.WEEK, all(awake, answered, due(today, week)));
        groups.put(Group.WAITING, waits);
        return groups;
    }

    /** After the one moment and not after the other. */
    private static Condition due(
            @org.jspecify.annotations.Nullable Instant after, @org.jspecify.annotations.Nullable Instant until) {
        return new Condition.Range("yellowAt", after == null ? null : after.plusMillis(1), until);
    }

    private static Condition all(Condition... conditions) {
        return new Condition.All(new ArrayList<>(List.of(conditions)));
    }
}
