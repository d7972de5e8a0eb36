package org.lodestone.leads.assessment;

import java.time.Duration;
import java.util.List;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.settings.ZoneSettings;
import org.lodestone.leads.settings.ZoneSettingsBook.Changed;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** When a zone's settings change, this instance's index learns the new scores of its leads, so that lists sort by them. */
@Component
class Rescoring {

    private static final Logger log = LoggerFactory.getLogger(Rescoring.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 300;

    private final SearchIndex<Lead> index;

    Rescoring(SearchIndex<Lead> index) {
        this.index = index;
    }

    /** Only what another version scored: after a start with unchanged settings that is nothing. */
    @EventListener
    void changed(Changed event) {
        ZoneSettings settings = event.settings();
        List<Condition> stale = List.of(
                Condition.is("zone", settings.zone()),
                new Condition.Not(new Condition.Range("scoredBy", settings.version(), settings.version())));
        whole().then(Mono.defer(() -> index.again(stale)))
                .retryWhen(Retry.fixedDelay(TRIES, PAUSE)
                        .doBeforeRetry(signal -> log.warn("Scores wait: {}", String.valueOf(signal.failure()))))
                .doOnSuccess(count -> log.info("{} leads of {} scored again", count, settings.zone()))
                .toFuture();
    }

    /** An index that is being built anew takes its time, and what it has not read yet cannot be found. */
    private Mono<Boolean> whole() {
        return Mono.fromSupplier(() -> index.status().ready())
                .filter(ready -> ready)
                .repeatWhenEmpty(looks -> looks.delayElements(PAUSE));
    }
}
