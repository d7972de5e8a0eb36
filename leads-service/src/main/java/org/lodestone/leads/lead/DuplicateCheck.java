package org.lodestone.leads.lead;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Uscc;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The exact check of every write: the same credit code or the same normalised company name, in the same zone. */
@Component
class DuplicateCheck {

    private static final int MOST = 20;

    private final SearchIndex<Lead> index;

    DuplicateCheck(SearchIndex<Lead> index) {
        this.index = index;
    }

    /** @param self the lead that is being changed; it is no duplicate of itself */
    Mono<List<String>> find(String zone, @Nullable Investor investor, @Nullable String self) {
        List<Condition> same = investor == null ? List.of() : same(investor);
        if (same.isEmpty()) {
            return Mono.just(List.of());
        }
        List<Condition> filters = List.of(Condition.is("zone", zone), new Condition.Any(same));
        return index.search(Scope.system(), SearchRequest.of(filters, "createdAt", MOST))
                .map(page -> page.items().stream()
                        .map(hit -> hit.aggregate().id())
                        .filter(id -> !id.equals(self))
                        .toList());
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
