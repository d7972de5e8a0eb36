package org.lodestone.leads.dossier;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Money;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Amount;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Projects as leads-service has heard of them, in the projection's own documents. */
@Component
public class ProjectFacts {

    static final String PROJECTION = "projectFacts";

    private static final String TERMINATED = "TERMINATED";

    private final MongoCollection<Document> facts;

    ProjectFacts(MongoDatabase database) {
        this.facts = database.getCollection(PROJECTION);
    }

    static Document of(org.lodestone.contracts.ProjectFacts project) {
        Document fields = new Document("number", project.number())
                .append("name", project.name())
                .append("zone", project.zone())
                .append("park", project.park())
                .append("stage", project.stage())
                .append("status", project.status())
                .append("leadId", project.leadId())
                .append("officer", project.officer());
        Money amount = project.amount();
        return fields.append(
                "amount", amount == null ? null : new Document("value", amount.value()).append("unit", amount.unit()));
    }

    /** Those of them that the reader may see. */
    Mono<List<ProjectFact>> find(Scope scope, Collection<String> ids) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : Flux.from(facts.find(Filters.in("_id", ids)))
                        // One that is only counted so far has not said what it is.
                        .filter(known -> known.getString("zone") != null)
                        .map(ProjectFacts::read)
                        .filter(fact -> fact.within(scope))
                        .collectList();
    }

    /** Those that go on, or may go on again. Of one that said nothing since officers are noted down nobody knows. */
    public Flux<ProjectFact> ledBy(Scope scope, String officer) {
        return Flux.from(facts.find(Filters.and(Filters.eq("officer", officer), Filters.ne("status", TERMINATED))))
                .map(ProjectFacts::read)
                .filter(fact -> fact.within(scope));
    }

    private static ProjectFact read(Document known) {
        return new ProjectFact(
                known.getString("_id"),
                known.getString("number"),
                known.getString("name"),
                known.getString("zone"),
                text(known, "park"),
                known.getString("stage"),
                known.getString("status"),
                amount(known),
                text(known, "leadId"),
                text(known, "officer"));
    }

    private static @Nullable Amount amount(Document known) {
        return Optional.ofNullable(known.get("amount", Document.class))
                .map(amount -> Amount.of(new Money(amount.getString("value"), amount.getString("unit"))))
                .orElse(null);
    }

    private static @Nullable String text(Document known, String field) {
        return known.get(field) instanceof String text ? text : null;
    }
}
