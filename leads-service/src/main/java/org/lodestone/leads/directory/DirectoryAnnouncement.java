package org.lodestone.leads.directory;

import java.time.Duration;
import org.lodestone.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import reactor.util.retry.Retry;

/** At the start, when the database answers, what is stored is read and what is missing is entered. */
@Component
class DirectoryAnnouncement implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DirectoryAnnouncement.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DirectoryService service;
    private final BusinessClock clock;

    DirectoryAnnouncement(DirectoryService service, BusinessClock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        service.begin(clock.now())
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
                        .doBeforeRetry(signal -> log.warn("The directory waits for the database", signal.failure())))
                .doOnSuccess(_ -> log.info("The directory is read and announced"))
                .toFuture();
    }
}
