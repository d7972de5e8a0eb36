package org.lodestone.leads.assignment;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import org.lodestone.platform.job.JobBells;
import org.lodestone.platform.job.JobProgress;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.process.Resumption;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries handovers out, and goes on with those a kill left behind. */
@Component
class HandoverRunner {

    private static final int AT_ONCE = 20;

    private final ProcessStore<Handover> handovers;
    private final Giving giving;
    private final Renaming renaming;
    private final Belongings belongings;
    private final JobBells bells;
    private final Resumption<Handover> resumption;

    HandoverRunner(
            ProcessStore<Handover> handovers, Giving giving, Renaming renaming, Belongings belongings, JobBells bells) {
        this.handovers = handovers;
        this.giving = giving;
        this.renaming = renaming;
        this.belongings = belongings;
        this.bells = bells;
        this.resumption = new Resumption<>("handover", handovers, this::run);
    }

    Mono<Handover> begin(Handover handover) {
        return handovers.begin(handover);
    }

    Mono<Handover> find(String id) {
        return handovers.find(id);
    }

    Flux<Handover> all() {
        return handovers.list(Filters.empty());
    }

    Mono<Void> resume() {
        return resumption.resume();
    }

    Mono<Void> drive(Handover handover) {
        return resumption.drive(handover);
    }

    private Mono<Void> run(Handover handover) {
        if (handover.finished()) {
            bells.reached(progress(handover));
            return Mono.empty();
        }
        Optional<Mention> named = handover.openMention();
        Mono<Handover> step = named.isPresent() ? rename(handover, named.get()) : step(handover);
        return step.doOnNext(present -> bells.progressed(progress(present))).flatMap(this::run);
    }

    private Mono<Handover> rename(Handover handover, Mention mention) {
        return renaming.carryOut(handover, mention)
                .flatMap(settled -> handovers.step(handover.id(), present -> present.with(settled)));
    }

    private Mono<Handover> step(Handover handover) {
        List<String> next = handover.open().stream().limit(AT_ONCE).toList();
        return next.isEmpty()
                ? belongings
                        .of(handover.asked())
                        .flatMap(found -> handovers.step(handover.id(), present -> present.found(found)))
                : Flux.fromIterable(next)
                        .concatMap(lead -> giving.give(handover, lead), 1)
                        .collectList()
                        .flatMap(done -> handovers.step(handover.id(), present -> present.with(done)));
    }

    private static JobProgress progress(Handover handover) {
        return new JobProgress(
                handover.id(),
                "handover",
                handover.asked().by(),
                handover.asked().zones().getFirst(),
                handover.finished() ? "DONE" : "RUNNING",
                handover.results().size(),
                handover.leads().size());
    }
}
