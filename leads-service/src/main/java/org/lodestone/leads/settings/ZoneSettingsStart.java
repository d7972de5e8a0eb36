package org.lodestone.leads.settings;

import java.time.Duration;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Zone;
import org.lodestone.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/** At the start, when the database answers, every zone's settings are read, and entered where there are none. */
@Component
class ZoneSettingsStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(ZoneSettingsStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ZoneSettingsBook book;
    private final Directory directory;
    private final BusinessClock clock;

    ZoneSettingsStart(ZoneSettingsBook book, Directory directory, BusinessClock clock) {
        this.book = book;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Flux.fromIterable(directory.zones())
                .map(Zone::id)
                .concatMap(zone -> book.begin(zone, clock.now()))
                .then()
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
                        .doBeforeRetry(signal -> log.warn("The settings wait for the database", signal.failure())))
                .toFuture();
    }
}
