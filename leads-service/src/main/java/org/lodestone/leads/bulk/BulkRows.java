package org.lodestone.leads.bulk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadQuery;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Which leads are meant: those named, or those the list shows under a filter, all from one unchanging view of it. */
@Component
class BulkRows {

    private final SearchIndex<Lead> index;

    BulkRows(SearchIndex<Lead> index) {
        this.index = index;
    }

    /** @param readAfter what whoever asks has written last, which their list shows */
    Flux<String> of(BulkForm form, Scope scope, Instant now, @Nullable String readAfter) {
        LeadQuery filter = form.filter();
        if (filter == null) {
            return Flux.fromIterable(form.ids() == null ? List.of() : form.ids());
        }
        SearchRequest request = request(filter, scope, now);
        return index.awaitRead(readAfter)
                .thenMany(Flux.defer(() -> index.all(scope, request)))
                .map(Hit::aggregate)
                .map(Lead::id);
    }

    private static SearchRequest request(LeadQuery filter, Scope scope, Instant now) {
        try {
            return filter.request(scope, now);
        } catch (ValidationProblem problem) {
            throw new ValidationProblem(problem.problems().stream()
                    .map(one -> new FieldProblem("filter." + one.field(), one.code(), one.message(), one.arguments()))
                    .toList());
        }
    }
}
