package org.lodestone.leads.lead;

import static org.lodestone.leads.lead.FigureGroup.CHAIN;
import static org.lodestone.leads.lead.FigureGroup.CHANNEL;
import static org.lodestone.leads.lead.FigureGroup.OWNER;
import static org.lodestone.leads.lead.FigureGroup.REASON;
import static org.lodestone.leads.lead.FigureGroup.REFERRER;
import static org.lodestone.leads.lead.FigureGroup.REGION;
import static org.lodestone.leads.lead.FigureGroup.STATE;
import static org.lodestone.leads.lead.FigureGroup.ZONE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.Condition;

/**
 * A figure of leads: which leads are its denominator, and which of them its numerator. One and the same condition counts them and lists
 * them. What each means is told in docs/figures.md.
 */
public enum LeadFigure {
    /** 线索量: what was received, and its parts' share. */
    INTAKE,
    /** 线索签约率: of what was received in the period, what was signed. */
    CONVERSION_RATE,
    /** 首次响应及时率: of what was answered or had to be, what was answered in time. */
    RESPONSE_COMPLIANCE,
    /** 停留时长: how long what left a state in the period had been in it. */
    DWELL,
    /** 流失原因: why what was lost in the period was lost. */
    LOST_REASONS,
    /** 赢单率: of what was decided in the period, what was signed. */
    WIN_RATE;

    public enum Part {
        NUMERATOR,
        DENOMINATOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Set<FigureGroup> COMMON = EnumSet.of(CHANNEL, CHAIN, REGION, REFERRER, OWNER, ZONE);

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<LeadFigure> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code().equals(code))
                .findFirst();
    }

    Set<FigureGroup> groups() {
        return switch (this) {
            case INTAKE -> with(STATE);
            case LOST_REASONS -> with(REASON);
            case DWELL -> EnumSet.of(STATE);
            case CONVERSION_RATE, RESPONSE_COMPLIANCE, WIN_RATE -> COMMON;
        };
    }

    private static Set<FigureGroup> with(FigureGroup more) {
        Set<FigureGroup> groups = EnumSet.copyOf(COMMON);
        groups.add(more);
        return groups;
    }

    /** What it is told apart by when nothing is said. */
    @Nullable
    FigureGroup group() {
        return switch (this) {
            case DWELL -> STATE;
            case LOST_REASONS -> REASON;
            case INTAKE, CONVERSION_RATE, RESPONSE_COMPLIANCE, WIN_RATE -> null;
        };
    }

    /** Each row is a part of the whole, so all have the whole as their denominator. */
    public boolean isShare() {
        return this == INTAKE || this == LOST_REASONS;
    }

    List<Condition> rows(Part part, FigurePeriod period) {
        Condition counted = period.stood(Standing.COUNTED);
        boolean all = part == Part.DENOMINATOR;
        return switch (this) {
            case INTAKE -> List.of(period.received(), counted);
            case CONVERSION_RATE ->
                List.of(period.received(), all ? counted : period.stood(List.of(Standing.WON.name())));
            case RESPONSE_COMPLIANCE -> List.of(period.received(), answer(part, period), counted);
            // Which state was left is said by the key.
            case DWELL -> List.of(counted);
            case LOST_REASONS -> List.of(period.became(List.of(Standing.LOST.name())));
            case WIN_RATE -> List.of(period.became(all ? Standing.DECIDED : List.of(Standing.WON.name())));
        };
    }

    private static Condition answer(Part part, FigurePeriod period) {
        String field = part == Part.NUMERATOR ? LeadSearch.ANSWERED_IN_TIME_AT : LeadSearch.ANSWER_KNOWN_AT;
        return new Condition.Range(field, null, period.at());
    }
}
