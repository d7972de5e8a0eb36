package org.lodestone.projects.directory;

import java.time.Duration;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.events.TopicReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** Part of readiness: until the directory was read to its end once, zones' rules and people are not known and no request is taken. */
// Named as readiness knows it: "directory".
@Component("directoryHealthIndicator")
class DirectoryReading implements HealthIndicator, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DirectoryReading.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final TopicReader topics;
    private final DirectoryListener listener;
    private volatile boolean read;
    private Disposable running = Disposables.disposed();

    DirectoryReading(TopicReader topics, DirectoryListener listener) {
        this.topics = topics;
        this.listener = listener;
    }

    @Override
    public Health health() {
        return (read ? Health.up() : Health.outOfService()).build();
    }

    @Override
    public void start() {
        running = Mono.<Void>fromRunnable(this::readToTheEnd)
                .subscribeOn(Schedulers.boundedElastic())
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
                        .doBeforeRetry(tried -> log.warn(
                                "The directory cannot be read yet: {}",
                                tried.failure().toString())))
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

    private void readToTheEnd() {
        topics.readAll(Topics.DIRECTORY).forEach(listener::hear);
        read = true;
    }
}
