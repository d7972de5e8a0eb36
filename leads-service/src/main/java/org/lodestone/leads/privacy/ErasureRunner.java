package org.lodestone.leads.privacy;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.search.SearchIndexes;
import org.lodestone.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries erasures out, goes on with those a kill left behind, and purges this instance's index of what others erased. */
@Component
class ErasureRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureRunner.class);
    /** Until then this instance has heard from the topic what was cleaned elsewhere. */
    private static final Duration HEARD = Duration.ofSeconds(20);
    /** An instance that was down for longer has its index built anew anyway, or purged by later ones. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    private final ProcessStore<Erasure> erasures;
    private final ErasureSteps steps;
    private final SearchIndexes indexes;
    private final BusinessClock clock;
    private final Set<String> driven = ConcurrentHashMap.newKeySet();
    private final Set<String> purged = ConcurrentHashMap.newKeySet();

    ErasureRunner(ProcessStore<Erasure> erasures, ErasureSteps steps, SearchIndexes indexes, BusinessClock clock) {
        this.erasures = erasures;
        this.steps = steps;
        this.indexes = indexes;
        this.clock = clock;
    }

    Mono<Void> resume() {
        return erasures.unfinished().concatMap(this::drive).then(purge()).onErrorResume(error -> {
            LOG.warn("erasures are looked at again later: {}", error.getClass().getSimpleName());
            return Mono.empty();
        });
    }

    /** Once at a time in this process; what fails is tried again later. An error's text may say what is to be forgotten. */
    Mono<Void> drive(Erasure erasure) {
        return Mono.defer(() -> driven.add(erasure.id()) ? run(erasure) : Mono.empty())
                .onErrorResume(error -> {
                    LOG.warn(
                            "erasure {} goes on later: {}",
                            erasure.id(),
                            error.getClass().getSimpleName());
                    return Mono.empty();
                })
                .doFinally(_ -> driven.remove(erasure.id()));
    }

    private Mono<Void> run(Erasure erasure) {
        return erasures.find(erasure.id()).expand(this::next).then();
    }

    private Mono<Erasure> next(Erasure erasure) {
        return erasure.finished()
                ? Mono.empty()
                : steps.step(erasure)
                        .flatMap(after -> erasures.step(
                                erasure.id(), present -> present.version() == erasure.version() ? after : present));
    }

    private Mono<Void> purge() {
        Instant now = clock.now();
        return erasures.list(Filters.and(
                        Filters.gt("report.doneAt", now.minus(LOOK_BACK)),
                        Filters.lt("report.doneAt", now.minus(HEARD))))
                .map(Erasure::id)
                .filter(id -> !purged.contains(id))
                .collectList()
                .flatMap(done -> done.isEmpty() ? Mono.empty() : indexes.purge().doOnSuccess(_ -> purged.addAll(done)));
    }
}
