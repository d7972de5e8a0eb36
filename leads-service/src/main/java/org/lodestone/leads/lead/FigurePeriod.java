package org.lodestone.leads.lead;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.time.BusinessClock;

/**
 * What a figure is taken from. Days are China's, wherever in the country the zone lies.
 *
 * @param from first day; {@code null} is open
 * @param to last day; {@code null} is open
 * @param at the cut-off: what happened later is not known yet
 */
public record FigurePeriod(
        @Nullable LocalDate from, @Nullable LocalDate to, Instant at) {

    /** The last moment of a day, as moments are stored. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessClock.CHINA).toInstant().minusMillis(1);
    }

    @Nullable
    Instant since() {
        return from == null ? null : from.atStartOfDay(BusinessClock.CHINA).toInstant();
    }

    @Nullable
    Instant until() {
        return to == null ? null : endOf(to);
    }

    /** Leads of which we heard in the period. */
    Condition received() {
        return new Condition.Range(LeadSearch.RECEIVED_ON, from, to);
    }

    /** Leads that stood so at the cut-off, whenever that began. */
    Condition stood(List<String> standings) {
        return new Condition.Was(LeadSearch.STANDING, standings, at);
    }

    /** Leads that stood so at the cut-off and came to it in the period. */
    Condition became(List<String> standings) {
        return new Condition.Was(LeadSearch.STANDING, standings, at, since(), until());
    }

    /** Leads that left a state in the period, for good as far as the cut-off knows. */
    public Condition.Left left(String state) {
        return new Condition.Left(LeadSearch.TRAIL, state, at, since(), until());
    }
}
