package org.lodestone.leads.assignment;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.lodestone.platform.process.ProcessStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The rules of every zone; asked for by every new lead, so they are remembered for a few seconds. */
@Component
class RuleBooks {

    private static final Duration REMEMBERED = Duration.ofSeconds(3);

    private final ProcessStore<RuleBook> store;
    private volatile Mono<Map<String, RuleBook>> known;

    RuleBooks(ProcessStore<RuleBook> store) {
        this.store = store;
        this.known = fresh();
    }

    Mono<RuleBook> of(String zone) {
        return known.map(books -> Optional.ofNullable(books.get(zone)).orElseGet(() -> RuleBook.empty(zone)));
    }

    /** As the database has it now. */
    Mono<RuleBook> change(String zone, UnaryOperator<RuleBook> next) {
        return store.begin(RuleBook.empty(zone))
                .flatMap(_ -> store.step(zone, next))
                .doOnNext(_ -> known = fresh());
    }

    private Mono<Map<String, RuleBook>> fresh() {
        return store.list(Filters.empty())
                .collectMap(RuleBook::id)
                // A failure is not remembered.
                .cache(_ -> REMEMBERED, _ -> Duration.ZERO, () -> Duration.ZERO);
    }
}
