package org.lodestone.platform.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.platform.process.ProcessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Carries forgettings out and goes on with those a kill left behind. An error's text may say what is to be forgotten, so it is not logged. */
final class ForgettingRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ForgettingRunner.class);

    private final ProcessStore<Forgetting> store;
    private final Searching searching;
    private final Duration heard;
    private final Set<String> driven = ConcurrentHashMap.newKeySet();

    /** @param heard what was said before it was asked has been heard by then, and is found by the last look */
    ForgettingRunner(ProcessStore<Forgetting> store, Searching searching, Duration heard) {
        this.store = store;
        this.searching = searching;
        this.heard = heard;
    }

    Mono<Void> resume() {
        return store.unfinished().concatMap(this::drive).then();
    }

    /** Once at a time in this process; empty where it is under way already or failed, which is tried again. */
    Mono<Forgetting> drive(Forgetting forgetting) {
        return Mono.defer(() -> driven.add(forgetting.id()) ? run(forgetting) : Mono.<Forgetting>empty())
                .onErrorResume(error -> {
                    LOG.warn(
                            "forgetting {} goes on later: {}",
                            forgetting.id(),
                            error.getClass().getSimpleName());
                    return Mono.empty();
                })
                .doFinally(_ -> driven.remove(forgetting.id()));
    }

    private Mono<Forgetting> run(Forgetting forgetting) {
        return store.find(forgetting.id()).expand(this::next).last();
    }

    private Mono<Forgetting> next(Forgetting present) {
        return present.finished()
                ? Mono.empty()
                : step(present)
                        .flatMap(after ->
                                store.step(present.id(), now -> now.version() == present.version() ? after : now));
    }

    private Mono<Forgetting> step(Forgetting present) {
        Person person = present.person();
        if (person == null) {
            return Mono.just(present);
        }
        Set<String> records = Set.copyOf(present.records());
        return switch (present.state()) {
            case COUNTING ->
                searching.look(person, records, false).flatMap(found -> {
                    Duration left = Duration.between(
                            Instant.now(), present.course().begunAt().plus(heard));
                    return found.places().isEmpty() && left.isPositive()
                            ? Mono.delay(left)
                                    .then(searching.look(person, records, false))
                                    .map(later -> counted(present, later))
                            : Mono.just(counted(present, found));
                });
            case ERASING -> searching.erase(present.id(), person, records).thenReturn(present.erased());
            case DONE -> Mono.just(present);
        };
    }

    private static Forgetting counted(Forgetting present, Searching.Found found) {
        return present.knowing(found.records()).counted(found.places());
    }
}
