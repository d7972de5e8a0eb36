package org.lodestone.leads.myday;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadReader;
import org.lodestone.leads.lead.LeadView;
import org.lodestone.leads.myday.Horizon.Group;
import org.lodestone.leads.myday.MyDay.Found;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Somebody's day over HTTP. */
@RestController
class MyDayController {

    private static final String STREAM_POSITION = "X-Stream-Position";

    private final MyDay day;
    private final SearchIndex<Lead> index;
    private final LeadReader reader;

    MyDayController(MyDay day, SearchIndex<Lead> index, LeadReader reader) {
        this.day = day;
        this.index = index;
        this.reader = reader;
    }

    /**
     * Each lead once. Of each group the first hundred.
     *
     * @param overdue a limit or a promised date has passed
     * @param today falls due before today ends
     * @param week before the week ends
     * @param waiting for a known reason, the one that wakes first before the others
     * @param unanswered new, and still in time for a first answer
     */
    record Day(
            Instant cutOff,
            List<LeadView> overdue,
            List<LeadView> today,
            List<LeadView> week,
            List<LeadView> waiting,
            List<LeadView> unanswered,
            Totals totals) {}

    /** How many there are of each, also beyond the hundred. */
    record Totals(long overdue, long today, long week, long waiting, long unanswered) {

        static Totals of(Found found) {
            return new Totals(
                    found.totals().getOrDefault(Group.OVERDUE, 0L),
                    found.totals().getOrDefault(Group.TODAY, 0L),
                    found.totals().getOrDefault(Group.WEEK, 0L),
                    found.totals().getOrDefault(Group.WAITING, 0L),
                    found.totals().getOrDefault(Group.UNANSWERED, 0L));
        }
    }

    @GetMapping("/api/my-day")
    Mono<ResponseEntity<Day>> read(Scope scope, Locale locale, ServerWebExchange exchange) {
        Rights.require(scope, Right.READ);
        return index.awaitRead(exchange.getRequest().getHeaders().getFirst(Answers.READ_AFTER))
                .then(Mono.defer(() -> day.of(scope)))
                .map(found -> ResponseEntity.ok()
                        .header(STREAM_POSITION, found.position())
                        .body(shown(found, scope, locale)));
    }

    private Day shown(Found found, Scope scope, Locale locale) {
        return new Day(
                found.horizon().now(),
                rows(found, Group.OVERDUE, scope, locale),
                rows(found, Group.TODAY, scope, locale),
                rows(found, Group.WEEK, scope, locale),
                rows(found, Group.WAITING, scope, locale),
                rows(found, Group.UNANSWERED, scope, locale),
                Totals.of(found));
    }

    private List<LeadView> rows(Found found, Group group, Scope scope, Locale locale) {
        return found.rows().getOrDefault(group, List.of()).stream()
                .map(lead -> reader.listed(lead, scope, locale, null))
                .toList();
    }
}
