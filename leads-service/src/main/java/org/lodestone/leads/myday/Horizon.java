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
 * @param time on whose wall
 */
record Horizon(Instant now, Instant today, Instant week, ZoneId time) {

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
                monday.atStartOfDay(time).toInstant(),
                time);
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
        Condition inTime = new Condition.Not(due(null, now));
        Condition forToday = new Condition.Any(List.of(due(now, today), on(now, today)));
        Condition forWeek = new Condition.Any(List.of(due(today, week), on(today, week)));
        groups.put(Group.TODAY, all(awake, answered, inTime, forToday));
        groups.put(Group.WEEK, all(awake, answered, inTime, new Condition.Not(forToday), forWeek));
        groups.put(Group.WAITING, waits);
        return groups;
    }

    /** After the one moment and not after the other. */
    private static Condition due(
            @org.jspecify.annotations.Nullable Instant after, @org.jspecify.annotations.Nullable Instant until) {
        return new Condition.Range("yellowAt", after == null ? null : after.plusMillis(1), until);
    }

    /** What was promised for one of these days, also where nobody works then: it is late only after the next working day. */
    private Condition on(Instant from, Instant until) {
        LocalDate first = LocalDate.ofInstant(from, time);
        LocalDate end = LocalDate.ofInstant(until, time);
        return LeadQuery.dueOn(first.datesUntil(end).toList());
    }

    private static Condition all(Condition... conditions) {
        return new Condition.All(new ArrayList<>(List.of(conditions)));
    }
}
