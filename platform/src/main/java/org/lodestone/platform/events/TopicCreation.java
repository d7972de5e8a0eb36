package org.lodestone.platform.events;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Creates the topics when the broker was away at start: writes went on, and must find them when it comes. */
final class TopicCreation implements SmartLifecycle {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

    private final KafkaAdmin admin;
    private Disposable running = Disposables.disposed();

    TopicCreation(KafkaAdmin admin) {
        this.admin = admin;
        // Here, not while the context starts: a service starts without a broker too.
        admin.setAutoCreate(false);
    }

    @Override
    public void start() {
        running = Mono.fromCallable(admin::initialize)
                .filter(created -> created)
                .switchIfEmpty(Mono.error(() -> new TryLater("the broker is away", null)))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, BETWEEN_TRIES))
                .subscribeOn(Schedulers.boundedElastic())
                .subscribe();
    }

    @Override
    public void stop() {
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    /** Before listeners, which would otherwise ask for topics in vain. */
    @Override
    public int getPhase() {
        return -1;
    }
}
