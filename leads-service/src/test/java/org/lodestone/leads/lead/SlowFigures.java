package org.lodestone.leads.lead;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadFigure.Part;
import org.lodestone.leads.lead.Progress.Stay;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.pipeline.State.Category;

/** What figures are by their definition, lead by lead, out of the documents alone. */
final class SlowFigures {

    private static final Set<Category> COUNTED = Set.of(Category.OPEN, Category.HELD, Category.WON, Category.LOST);

    private final PipelineTemplate template;
    private final FigureQuestion question;
    private final FigurePeriod period;

    SlowFigures(PipelineTemplate template, FigureQuestion question) {
        this.template = template;
        this.question = question;
        this.period = question.period();
    }

    /** The ids of a part of a figure, by the key of its rows. */
    Map<String, Set<String>> rows(List<Lead> leads, Part part) {
        Map<String, Set<String>> rows = new TreeMap<>();
        leads.stream()
                .filter(lead -> !lead.isWithdrawn() && counts(lead, part))
                .forEach(lead -> keys(lead)
                        .forEach(key ->
                                rows.computeIfAbsent(key, _ -> new TreeSet<>()).add(lead.id())));
        return rows;
    }

    private boolean counts(Lead lead, Part part) {
        boolean all = part == Part.DENOMINATOR;
        Category now = category(lead);
        boolean counted = now != null && COUNTED.contains(now);
        return switch (question.figure()) {
            case INTAKE -> counted && received(lead);
            case CONVERSION_RATE -> counted && received(lead) && (all || now == Category.WON);
            case RESPONSE_COMPLIANCE -> counted && received(lead) && answered(lead, all);
            case WIN_RATE -> (now == Category.WON || (all && now == Category.LOST)) && within(began(lead));
            case LOST_REASONS -> now == Category.LOST && within(began(lead));
            case DWELL -> counted;
        };
    }

    private boolean answered(Lead lead, boolean all) {
        Response response = lead.trace().response();
        if (response == null) {
            return false;
        }
        Instant at = response.at();
        boolean given = at != null && !at.isAfter(period.at());
        boolean passed = !response.dueAt().isAfter(period.at());
        return all ? given || passed : at != null && given && at.isBefore(response.dueAt());
    }

    private boolean received(Lead lead) {
        return (period.from() == null || !lead.profile().receivedOn().isBefore(period.from()))
                && (period.to() == null || !lead.profile().receivedOn().isAfter(period.to()));
    }

    private boolean within(@Nullable Instant moment) {
        Instant since = period.since();
        Instant until = period.until();
        return moment != null
                && (since == null || !moment.isBefore(since))
                && (until == null || !moment.isAfter(until));
    }

    /** Stays that lasted, and had begun by the cut-off. */
    private List<Stay> stays(Lead lead) {
        Predicate<Stay> lasted = stay -> stay.until() == null || stay.from().isBefore(stay.until());
        return lead.progress().stays().stream()
                .filter(lasted)
                .filter(stay -> !stay.from().isAfter(period.at()))
                .toList();
    }

    private @Nullable Category category(Lead lead) {
        List<Stay> stays = stays(lead);
        return stays.isEmpty() ? null : category(stays.getLast());
    }

    private Category category(Stay stay) {
        return template.find(stay.state()).map(State::category).orElse(Category.MERGED);
    }

    private @Nullable Instant began(Lead lead) {
        List<Stay> stays = stays(lead);
        return stays.isEmpty() ? null : stays.getLast().from();
    }

    private List<String> keys(Lead lead) {
        FigureGroup group = question.group();
        return switch (group) {
            case null -> List.of("");
            case CHANNEL -> List.of(text(lead.profile().source().channel()));
            case CHAIN -> List.of(text(lead.plan().business().chain()));
            case REGION ->
                List.of(
                        lead.profile().investor() == null
                                ? ""
                                : text(lead.profile().investor().region()));
            case REFERRER -> List.of(text(lead.profile().source().referrer()));
            case OWNER -> List.of(text(lead.assignment().owner()));
            case ZONE -> List.of(lead.zone());
            case REASON ->
                List.of(
                        lead.progress().lost() == null
                                ? ""
                                : lead.progress().lost().reason());
            case STATE ->
                question.figure() == LeadFigure.DWELL
                        ? List.copyOf(times(lead).keySet())
                        : List.of(stays(lead).getLast().state());
        };
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Seconds in each state that was left in the period for good. */
    Map<String, Long> times(Lead lead) {
        List<Stay> stays = stays(lead);
        Map<String, Long> times = new TreeMap<>();
        Map<String, Instant> ends = new TreeMap<>();
        for (int i = 0; i + 1 < stays.size(); i++) {
            Stay stay = stays.get(i);
            Instant end = stays.get(i + 1).from();
            times.merge(stay.state(), end.toEpochMilli() - stay.from().toEpochMilli(), Long::sum);
            ends.put(stay.state(), end);
        }
        if (!stays.isEmpty()) {
            times.remove(stays.getLast().state());
        }
        new ArrayList<>(times.keySet())
                .stream().filter(state -> !within(ends.get(state))).forEach(times::remove);
        times.replaceAll((_, millis) -> millis / 1000);
        return times;
    }
}
