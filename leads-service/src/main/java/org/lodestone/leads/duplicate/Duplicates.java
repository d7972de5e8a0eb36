package org.lodestone.leads.duplicate;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.duplicate.Arrivals.Arrival;
import org.lodestone.leads.lead.DuplicateFinder;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.TermLookup;
import org.lodestone.platform.security.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the leads that may be the same as one that is being written or asked about: by index, then judged one by one. */
@Component
public class Duplicates implements DuplicateFinder {

    static final int MOST = 20;
    /** So many of those that share the weightiest keys are judged. */
    static final int POOL = 40;

    private static final TermLookup ALIKE = new TermLookup("alike", "facts", POOL);

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
            List<Arrival> met = self == null ? List.of() : arrivals.announce(zone, self, facts);
            List<String> arriving = likely(facts, met, met);
            return found(Scope.system(), List.of(Condition.is("zone", zone)), facts, self, MOST)
                    .map(found -> ids(found, arriving));
        });
    }

    /** All are announced before any looks around: a phone that many of them share is known as such from the first on. */
    @Override
    public Mono<List<List<String>>> findAll(String zone, List<Newcomer> all) {
        return Mono.defer(() -> {
            List<Facts> facts = all.stream().map(one -> Facts.of(one.form())).toList();
            List<List<Arrival>> before = IntStream.range(0, all.size())
                    .mapToObj(i -> arrivals.announce(zone, all.get(i).id(), facts.get(i)))
                    .toList();
            return found(Scope.system(), List.of(Condition.is("zone", zone)), facts)
                    .map(found -> IntStream.range(0, all.size())
                            .mapToObj(i -> {
                                String id = all.get(i).id();
                                List<Arrival> sharing = arrivals.sharing(zone, id, facts.get(i));
                                List<Found> others = found.get(i).stream()
                                        .filter(one -> !one.lead().id().equals(id))
                                        .toList();
                                return ids(others, likely(facts.get(i), before.get(i), sharing));
                            })
                            .toList());
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

    /** The same for many at once, of new leads. In their order. */
    public Mono<List<List<Candidate>>> candidates(Scope scope, List<LeadForm> forms, int most) {
        return found(scope, List.of(), forms.stream().map(Facts::of).toList())
                .map(all -> all.stream()
                        .map(found ->
                                found.stream().limit(most).map(Found::candidate).toList())
                        .toList());
    }

    Mono<List<Found>> found(Scope scope, List<Condition> where, Facts facts, @Nullable String self, int most) {
        return found(scope, where, List.of(facts))
                .flatMapIterable(List::getFirst)
                .filter(found -> !found.lead().id().equals(self))
                .concatMap(found -> self == null
                        ? Mono.just(found)
                        : told.are(self, found.lead().id())
                                .flatMap(apart -> apart ? Mono.<Found>empty() : Mono.just(found)))
                .take(most)
                .collectList();
    }

    /** By one view of the index. */
    private Mono<List<List<Found>>> found(Scope scope, List<Condition> where, List<Facts> all) {
        List<Pool> pools = all.stream().map(Pool::new).toList();
        return index.closest(
                        scope, where, ALIKE, pools.stream().map(Pool::asked).toList())
                .map(leads -> IntStream.range(0, pools.size())
                        .mapToObj(i -> found(leads.get(i), pools.get(i)))
                        .toList());
    }

    private static List<Found> found(List<Lead> leads, Pool pool) {
        return pool.judged(leads.size(), (at, verdict) -> new Found(leads.get(at), verdict)).stream()
                .filter(found -> found.lead().progress().merged() == null)
                .sorted(LIKELIEST)
                .toList();
    }

    private static List<String> likely(Facts facts, List<Arrival> judged, List<Arrival> sharing) {
        Facts own = Agents.without(facts, sharing.stream().map(Arrival::facts).toList());
        return judged.stream()
                .filter(other -> Verdict.of(own, other.facts()) != null)
                .map(Arrival::id)
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
