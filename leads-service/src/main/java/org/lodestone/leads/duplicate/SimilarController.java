package org.lodestone.leads.duplicate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Progress;
import org.lodestone.leads.lead.Progress.Loss;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Leads of the same kind, and what became of them. */
@RestController
class SimilarController {

    private static final int MOST = 10;
    private static final int POOL = 40;

    private final AggregateStore<Lead> leads;
    private final SearchIndex<Lead> index;

    SimilarController(AggregateStore<Lead> leads, SearchIndex<Lead> index) {
        this.leads = leads;
        this.index = index;
    }

    /** What became of a lead. */
    enum Became {
        WON,
        LOST,
        HELD,
        OPEN
    }

    /**
     * @param reason why it was lost or is held, as a code
     * @param lostTo the place that won it
     * @param because what it has in common with the lead asked about
     */
    record Similar(
            String id,
            String number,
            String zone,
            String name,
            String state,
            Became outcome,
            @Nullable String reason,
            @Nullable String lostTo,
            @Nullable Amount amount,
            @Nullable String chain,
            @Nullable String industry,
            List<Similarity.Because> because) {

        static Similar of(Lead lead, List<Similarity.Because> because) {
            Progress progress = lead.progress();
            Loss lost = progress.lost();
            String held = progress.held() == null ? null : progress.held().reason();
            return new Similar(
                    lead.id(),
                    lead.number(),
                    lead.zone(),
                    lead.profile().name(),
                    progress.state(),
                    became(progress),
                    lost == null ? held : lost.reason(),
                    lost == null ? null : lost.to(),
                    lead.plan().planned(),
                    lead.plan().business().chain(),
                    lead.plan().business().industry(),
                    because);
        }

        private static Became became(Progress progress) {
            if (progress.signing() != null) {
                return Became.WON;
            }
            if (progress.lost() != null) {
                return Became.LOST;
            }
            return progress.held() != null ? Became.HELD : Became.OPEN;
        }
    }

    record All(List<Similar> items) {}

    @GetMapping("/api/leads/{id}/similar")
    Mono<All> similar(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return leads.find(scope, id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(lead -> index.closest(scope, List.of(), "kind", Similarity.lookup(lead), POOL)
                        .map(found -> new All(found.stream()
                                .filter(other -> !other.id().equals(id)
                                        && other.progress().merged() == null)
                                .map(other -> Similar.of(other, Similarity.because(lead, other)))
                                .filter(other -> !other.because().isEmpty())
                                .limit(MOST)
                                .toList())));
    }
}
