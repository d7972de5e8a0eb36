package org.lodestone.leads.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.DuplicateFinder;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the leads that may be the same as one that is being written or asked about: by index, then judged one by one. */
@Component
public class Duplicates implements DuplicateFinder {

    static final int MOST = 20;
    /** So many of those that share the weightiest keys are judged. */
    private static final int POOL = 40;

    private static final Comparator<Found> LIKELIEST = Comparator.comparing(
                    (Found found) -> found.verdict().certainty())
            .thenComparing(found -> -found.verdict().confidence())
            .thenComparing(found -> found.lead().id());

    private final SearchIndex<Lead> index;
    private final Arrivals arrivals;
    private final NonDuplicates told;

    Duplicates(SearchIndex<Lead> index, Arrivals arrivals, NonDuplicates told) {
        this.index = index;
        this.arrivals = arrivals;
        this.told = told;
    }

    record Found(Lead lead, Verdict verdict) {

        Candidate candidate() {
            return new Candidate(
                    lead.id(),
                    lead.number(),
                    lead.zone(),
                    verdict.certainty(),
                    verdict.confidence(),
                    verdict.reasons());
        }
    }

    @Override
    public Mono<List<String>> find(String zone, LeadForm form, @Nullable String self) {
        return Mono.defer(() -> {
            Facts facts = Facts.of(form);
            List<String> arriving = self == null ? List.of() : arriving(zone, self, facts);
            return found(Scope.system(), List.of(Condition.is("zone", zone)), facts, self, MOST)
                    .map(found -> ids(found, arriving));
        });
    }

    /**
     * The likeliest first, as far as the scope reaches.
     *
     * @param self the lead that is asked about; it is no duplicate of itself
     */
    public Mono<List<Candidate>> candidates(Scope scope, LeadForm form, @Nullable String self, int most) {
        return found(scope, List.of(), Facts.of(form), self, most)
                .map(found -> found.stream().map(Found::candidate).toList());
    }

    Mono<List<Found>> found(Scope scope, List<Condition> where, Facts facts, @Nullable String self, int most) {
        Map<String, Float> keys = Keys.lookup(facts);
        if (keys.isEmpty()) {
            return Mono.just(List.of());
        }
        return index.closest(scope, where, "alike", keys, POOL)
                .flatMapIterable(leads -> judged(leads, facts, self))
                .concatMap(found -> self == null
                        ? Mono.just(found)
                        : told.are(self, found.lead().id())
                                .flatMap(apart -> apart ? Mono.<Found>empty() : Mono.just(found)))
                .take(most)
                .collectList();
    }

    private static List<Found> judged(List<Lead> leads, Facts facts, @Nullable String self) {
        List<Found> found = new ArrayList<>();
        for (Lead lead : leads) {
            Verdict verdict = lead.id().equals(self) || lead.progress().merged() != null
                    ? null
                    : Verdict.of(facts, Facts.of(lead));
            if (verdict != null) {
                found.add(new Found(lead, verdict));
            }
        }
        found.sort(LIKELIEST);
        return found;
    }

    private List<String> arriving(String zone, String self, Facts facts) {
        return arrivals.announce(zone, self, facts).stream()
                .filter(other -> Verdict.of(facts, other.facts()) != null)
                .map(Arrivals.Arrival::id)
                .toList();
    }

    private static List<String> ids(List<Found> found, List<String> arriving) {
        Set<String> ids = new LinkedHashSet<>();
        Stream.concat(found.stream().map(one -> one.lead().id()), arriving.stream())
                .limit(MOST)
                .forEach(ids::add);
        return List.copyOf(ids);
    }
}
