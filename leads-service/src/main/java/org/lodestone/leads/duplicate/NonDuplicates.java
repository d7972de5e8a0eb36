package org.lodestone.leads.duplicate;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.process.ProcessStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The pairs that somebody has told apart. */
@Component
class NonDuplicates {

    private final ProcessStore<NonDuplicate> store;

    NonDuplicates(MongoDatabase database) {
        this.store = new ProcessStore<>(database, NonDuplicate.class, "nonDuplicates");
    }

    Mono<Boolean> are(String one, String other) {
        return store.find(NonDuplicate.id(one, other)).map(NonDuplicate::apart).defaultIfEmpty(false);
    }

    /** @param apart false to take it back */
    Mono<NonDuplicate> say(Lead lead, String other, boolean apart, Command command) {
        NonDuplicate word = new NonDuplicate(
                NonDuplicate.id(lead.id(), other), 0, lead.zone(), apart, command.by(), command.recordedAt());
        return store.begin(word)
                .flatMap(said -> said.apart() == apart
                        ? Mono.just(said)
                        : store.step(said.id(), present -> present.said(apart, command.by(), command.recordedAt())));
    }
}
