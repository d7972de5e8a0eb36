package org.lodestone.leads.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Absences.Present;
import org.lodestone.leads.assignment.Rule.Way;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Counters;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whom the rules of a zone name for a lead, best first. */
@Component
class Choosing {

    /** The counters are kept by year, and turns know none. */
    private static final int NO_YEAR = 0;

    private final RuleBooks books;
    private final Absences absences;
    private final Owners owners;
    private final Counters counters;
    private final SearchIndex<Lead> index;

    Choosing(RuleBooks books, Absences absences, Owners owners, Counters counters, SearchIndex<Lead> index) {
        this.books = books;
        this.absences = absences;
        this.owners = owners;
        this.counters = counters;
        this.index = index;
    }

    /** @param insteadOf whom the rule named, who is away */
    record Candidate(Rule rule, String person, @Nullable String insteadOf) {

        Because because(Command command) {
            return new Because(Because.Code.RULE, rule.id(), rule.name(), command.recordedAt(), "system", insteadOf);
        }
    }

    /** Whether a rule fits; nobody's turn is taken. */
    Mono<Boolean> mayChoose(String zone, LeadForm lead) {
        return books.of(zone).map(book -> book.rules().stream().anyMatch(rule -> rule.fits(lead)));
    }

    /** Nobody when no rule fits; each rule is only asked when those before it were of no help. */
    Flux<Candidate> candidates(String zone, LeadForm lead) {
        return books.of(zone)
                .flatMapIterable(RuleBook::rules)
                .filter(rule -> rule.fits(lead))
                .concatMap(rule -> ordered(rule, zone), 1);
    }

    private Flux<Candidate> ordered(Rule rule, String zone) {
        Mono<List<String>> order = rule.by() == Way.ROUND_ROBIN ? inTurn(rule, zone) : byLoad(rule, zone);
        return order.flatMapIterable(people -> people)
                .concatMap(person -> absences.present(person, zone).map(there -> of(rule, there)), 1)
                .filter(candidate -> owners.canOwn(candidate.person(), zone));
    }

    private static Candidate of(Rule rule, Present there) {
        return new Candidate(rule, there.person(), there.insteadOf());
    }

    private Mono<List<String>> inTurn(Rule rule, String zone) {
        return counters.next("turn:" + rule.id(), zone, NO_YEAR).map(turn -> {
            List<String> people = new ArrayList<>(rule.to());
            Collections.rotate(people, -Math.floorMod(turn - 1, people.size()));
            return people;
        });
    }

    private Mono<List<String>> byLoad(Rule rule, String zone) {
        List<Condition> filters = List.of(
                Condition.is("zone", zone), Condition.is("unended", "yes"), new Condition.AnyOf("owner", rule.to()));
        SearchRequest request = new SearchRequest(null, filters, "", null, 0, List.of("owner"));
        return index.search(Scope.system(), request).map(page -> {
            Map<String, Long> load = Objects.requireNonNullElse(page.facets().get("owner"), Map.of());
            return rule.to().stream()
                    .sorted(Comparator.comparing(person -> load.getOrDefault(person, 0L)))
                    .toList();
        });
    }
}
