package org.lodestone.leads.figure;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Regions;
import org.lodestone.leads.figure.FigureView.Row;
import org.lodestone.leads.figure.FigureView.Unit;
import org.lodestone.leads.lead.FigureGroup;
import org.lodestone.leads.lead.FigureQuestion;
import org.lodestone.leads.lead.FigureQuestion.Asked;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.LeadFigure;
import org.lodestone.leads.lead.LeadFigure.Part;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.Grouping;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.Stay;
import org.lodestone.platform.search.Survey;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts leads in the index, numerator and denominator in the same view of it. */
@Component
class LeadFigures {

    private final SearchIndex<Lead> index;
    private final LeadDesk desk;
    private final BusinessClock clock;

    LeadFigures(SearchIndex<Lead> index, LeadDesk desk, BusinessClock clock) {
        this.index = index;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Whoever asks the same has the same answer, while no lead changes.
     *
     * @param today what is asked without a day is asked of it
     */
    private record Key(Asked asked, List<String> zones, LocalDate today) {}

    /** @param readAfter the write that the reader wants to see counted */
    Mono<FigureView> of(Scope scope, Asked asked, List<String> zones, @Nullable String readAfter) {
        return index.awaitRead(readAfter).then(Mono.defer(() -> {
            Key key = new Key(asked, zones, clock.today(BusinessClock.CHINA));
            return index.survey(scope, key, survey -> answer(survey, question(asked), zones));
        }));
    }

    /** As of the moment it is computed at: it was found to make sense before. */
    private FigureQuestion question(Asked asked) {
        return FigureQuestion.read(asked, clock.now(), new ArrayList<>()).orElseThrow();
    }

    private FigureView answer(Survey survey, FigureQuestion question, List<String> zones) throws IOException {
        FigureLinks links = new FigureLinks(question, zones);
        return question.figure() == LeadFigure.DWELL
                ? FigureView.of(question, Unit.DAY, stays(survey, question, links), null)
                : shares(survey, question, links);
    }

    private List<Row> stays(Survey survey, FigureQuestion question, FigureLinks links) throws IOException {
        Map<String, Stay> stays = survey.stays(
                rows(question, Part.DENOMINATOR, links), question.period().left(Survey.NONE));
        List<String> states = desk.states();
        return stays.entrySet().stream()
                .sorted(Comparator.comparing(stay -> states.indexOf(stay.getKey())))
                .map(stay -> Row.days(stay.getKey(), stay.getValue(), links))
                .toList();
    }

    private FigureView shares(Survey survey, FigureQuestion question, FigureLinks links) throws IOException {
        FigureGroup group = question.group();
        Grouping grouping = group == null
                ? new Grouping.Together()
                : group.grouping(question.period().at());
        Map<String, Long> whole = survey.count(rows(question, Part.DENOMINATOR, links), grouping);
        boolean share = question.figure().isShare();
        Map<String, Long> part = share ? whole : survey.count(rows(question, Part.NUMERATOR, links), grouping);
        long all = whole.values().stream().mapToLong(Long::longValue).sum();
        Row total = Row.ratio(
                null, part.values().stream().mapToLong(Long::longValue).sum(), all, links);
        List<Row> rows = group == null
                ? List.of(total)
                : whole.entrySet().stream()
                        .map(of -> Row.ratio(
                                of.getKey(), part.getOrDefault(of.getKey(), 0L), share ? all : of.getValue(), links))
                        .map(row -> group == FigureGroup.REGION ? row.called(region(row)) : row)
                        .sorted(order(group))
                        .toList();
        return FigureView.of(question, Unit.RATIO, rows, total);
    }

    private static @Nullable String region(Row row) {
        return row.key() == null ? null : Regions.name(row.key()).orElse(null);
    }

    private static List<Condition> rows(FigureQuestion question, Part part, FigureLinks links) {
        List<Condition> rows = new ArrayList<>(question.rows(part));
        if (!links.zones().isEmpty()) {
            rows.add(new Condition.AnyOf("zone", links.zones()));
        }
        return rows;
    }

    private Comparator<Row> order(FigureGroup group) {
        Comparator<Row> named = Comparator.comparing(row -> Survey.NONE.equals(row.key()));
        if (group == FigureGroup.STATE) {
            List<String> states = desk.states();
            return named.thenComparing(row -> states.indexOf(row.key()));
        }
        return named.thenComparing(row -> -row.denominator().value())
                .thenComparing(row -> -row.numerator().value())
                .thenComparing(row -> String.valueOf(row.key()));
    }
}
