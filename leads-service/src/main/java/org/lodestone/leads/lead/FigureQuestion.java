package org.lodestone.leads.lead;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadFigure.Part;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.FieldProblem;

/**
 * A figure as it is asked for.
 *
 * @param group what its rows are told apart by; {@code null} is one row for all
 */
public record FigureQuestion(LeadFigure figure, @Nullable FigureGroup group, FigurePeriod period) {

    private static final int LAST_YEAR = 9999;

    /**
     * The same, as text.
     *
     * @param asOf a day, whose end is the cut-off, or a moment; absent: now
     */
    public record Asked(
            @Nullable String figure,
            @Nullable String by,
            @Nullable String from,
            @Nullable String to,
            @Nullable String asOf) {}

    /** @param problems gets everything that makes no sense; then there is no question */
    public static Optional<FigureQuestion> read(Asked asked, Instant now, List<FieldProblem> problems) {
        List<FieldProblem> found = new ArrayList<>();
        LeadFigure figure = LeadFigure.of(asked.figure()).orElse(null);
        if (figure == null) {
            found.add(FieldProblem.of("figure", "type.enum", known()));
        }
        FigureGroup group = group(figure, asked.by(), found);
        LocalDate from = day("from", asked.from(), found);
        LocalDate to = day("to", asked.to(), found);
        if (from != null && to != null && from.isAfter(to)) {
            found.add(FieldProblem.of("from", "from-after-to"));
        }
        Instant at = cutOff(asked.asOf(), now, found);
        problems.addAll(found);
        return figure == null || !found.isEmpty()
                ? Optional.empty()
                : Optional.of(new FigureQuestion(figure, group, new FigurePeriod(from, to, at)));
    }

    private static String known() {
        return Arrays.stream(LeadFigure.values()).map(LeadFigure::code).collect(Collectors.joining(", "));
    }

    private static @Nullable FigureGroup group(
            @Nullable LeadFigure figure, @Nullable String by, List<FieldProblem> problems) {
        if (figure == null || by == null || by.isEmpty()) {
            return figure == null ? null : figure.group();
        }
        FigureGroup group = FigureGroup.of(by).filter(figure.groups()::contains).orElse(null);
        if (group == null) {
            String groups = figure.groups().stream().map(FigureGroup::code).collect(Collectors.joining(", "));
            problems.add(FieldProblem.of("by", "type.enum", groups));
        }
        return group;
    }

    private static @Nullable LocalDate day(String name, @Nullable String text, List<FieldProblem> problems) {
        try {
            return text == null || text.isEmpty() ? null : known(LocalDate.parse(text));
        } catch (DateTimeException e) {
            problems.add(FieldProblem.of(name, "type.date"));
            return null;
        }
    }

    /** What the index cannot count as milliseconds is no day anybody means. */
    private static LocalDate known(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("no year: " + day.getYear());
        }
        return day;
    }

    /** Today is not over: its end would count as late what may still be answered. */
    private static Instant cutOff(@Nullable String asOf, Instant now, List<FieldProblem> problems) {
        if (asOf == null || asOf.isEmpty()) {
            return now;
        }
        try {
            boolean isMoment = asOf.indexOf('T') > 0;
            Instant moment = isMoment ? Instant.parse(asOf) : null;
            LocalDate today = LocalDate.ofInstant(now, BusinessClock.CHINA);
            LocalDate day = known(moment == null ? LocalDate.parse(asOf) : LocalDate.ofInstant(moment, ZoneOffset.UTC));
            if (moment == null ? day.isAfter(today) : moment.isAfter(now)) {
                problems.add(FieldProblem.of("asOf", "future"));
            }
            Instant at = moment == null ? FigurePeriod.endOf(day) : moment;
            return at.isAfter(now) ? now : at;
        } catch (DateTimeException e) {
            problems.add(FieldProblem.of("asOf", "type.date"));
            return now;
        }
    }

    /** Exactly the leads that were counted. */
    List<Condition> rows(Part part, @Nullable String key) {
        List<Condition> rows = new ArrayList<>(figure.rows(part, period));
        if (key == null || group == null) {
            return rows;
        }
        if (figure == LeadFigure.DWELL) {
            rows.add(period.left(key));
        } else if (part == Part.NUMERATOR || !figure.isShare()) {
            rows.add(group.is(key, period.at()));
        }
        return rows;
    }

    public List<Condition> rows(Part part) {
        return rows(part, null);
    }
}
