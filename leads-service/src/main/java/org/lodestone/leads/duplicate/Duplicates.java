package org.lodestone.leads.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.DuplicateFinder;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Uscc;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the leads that may be the same as one that is being written or asked about. */
@Component
public class Duplicates implements DuplicateFinder {

    private static final int MOST = 20;

    private final SearchIndex<Lead> index;

    Duplicates(SearchIndex<Lead> index) {
        this.index = index;
    }

    @Override
    public Mono<List<String>> find(String zone, LeadForm form, @Nullable String self) {
        return candidates(Scope.system(), List.of(Condition.is("zone", zone)), form, self, MOST)
                .map(found -> found.stream().map(Candidate::id).toList());
    }

    /**
     * The likeliest first, as far as the scope reaches.
     *
     * @param self the lead that is asked about; it is no duplicate of itself
     */
    public Mono<List<Candidate>> candidates(Scope scope, LeadForm form, @Nullable String self, int most) {
        return candidates(scope, List.of(), form, self, most);
    }

    private Mono<List<Candidate>> candidates(
            Scope scope, List<Condition> where, LeadForm form, @Nullable String self, int most) {
        Investor investor = form.investor();
        List<Condition> same = investor == null ? List.of() : same(investor);
        if (investor == null || same.isEmpty()) {
            return Mono.just(List.of());
        }
        List<Condition> filters = new ArrayList<>(where);
        filters.add(new Condition.Any(same));
        return index.search(scope, SearchRequest.of(filters, "createdAt", most))
                .map(page -> page.items().stream()
                        .map(hit -> hit.aggregate())
                        .filter(lead -> !lead.id().equals(self))
                        .map(lead -> candidate(lead, investor))
                        .toList());
    }

    private static Candidate candidate(Lead lead, Investor asked) {
        Investor known = lead.profile().investor();
        boolean certain = known != null
                && known.uscc() != null
                && asked.uscc() != null
                && Objects.equals(known.uscc(), Uscc.normalise(asked.uscc()));
        return certain
                ? new Candidate(lead.id(), lead.number(), lead.zone(), Certainty.CERTAIN, 1, List.of(Reason.SAME_USCC))
                : new Candidate(
                        lead.id(), lead.number(), lead.zone(), Certainty.PROBABLE, 0.9, List.of(Reason.SAME_NAME));
    }

    private static List<Condition> same(Investor investor) {
        List<Condition> same = new ArrayList<>();
        if (investor.uscc() != null) {
            same.add(Condition.is("uscc", Uscc.normalise(investor.uscc())));
        }
        if (investor.name() != null) {
            same.add(Condition.is("companyKey", CompanyName.normalised(investor.name())));
        }
        return List.copyOf(same);
    }
}
