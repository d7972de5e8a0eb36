package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Grouping;
import org.lodestone.platform.search.Survey;

/** What the leads of a figure are told apart by. All but the state is what the lead has now: its history says nothing of it. */
public enum FigureGroup {
    CHANNEL("channel"),
    CHAIN("chain"),
    REGION("region"),
    REFERRER("referrer"),
    OWNER("owner"),
    ZONE("zone"),
    /** At the cut-off. */
    STATE(LeadSearch.TRAIL),
    /** Why it was lost. */
    REASON(LeadSearch.LOST_REASON);

    private final String field;

    FigureGroup(String field) {
        this.field = field;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FigureGroup> of(String code) {
        return Arrays.stream(values())
                .filter(group -> group.code().equals(code))
                .findFirst();
    }

    public Grouping grouping(Instant at) {
        return this == STATE ? new Grouping.ByThen(field, at) : new Grouping.By(field);
    }

    /** @param key {@link Survey#NONE} for the leads that have none */
    Condition is(String key, Instant at) {
        if (this == STATE) {
            return new Condition.Was(field, List.of(key), at);
        }
        return key.equals(Survey.NONE) ? new Condition.Not(new Condition.Exists(field)) : Condition.is(field, key);
    }
}
