package org.lodestone.leads.clock;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.directory.Zone;
import org.lodestone.leads.settings.ZoneSettings;
import org.lodestone.leads.settings.ZoneSettingsBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Notices that a zone's calendar or hours are not those by which this instance last set its clocks: after every start, once, and after a
 * change. Then it looks a second time a little later, since another instance may have written a lead before it had heard of the change.
 */
@Component
class ClockKeeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockKeeper.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Reclocking reclocking;
    private final Directory directory;
    private final ZoneSettingsBook settings;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private Disposable running = Disposables.disposed();

    ClockKeeper(Reclocking reclocking, Directory directory, ZoneSettingsBook settings) {
        this.reclocking = reclocking;
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = Flux.interval(EVERY, EVERY)
                .onBackpressureDrop()
                .concatMap(_ -> round(), 1)
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

    private Mono<Void> round() {
        return Flux.fromIterable(
                        directory.isRead() && reclocking.isReady() ? directory.zones() : java.util.List.<Zone>of())
                .map(Zone::id)
                .concatMap(zone -> look(zone).onErrorResume(error -> later(zone, error)))
                .then();
    }

    private Mono<Void> look(String zone) {
        // Asked without waiting, this also has the settings looked at in the background.
        long version = settings.of(zone).version();
        long calendar = directory.calendarEdition();
        long now = System.nanoTime();
        Look look = Objects.requireNonNull(
                looks.compute(zone, (_, known) -> Look.at(known, new Look.Seen(calendar, version), now)));
        return look.isDue(now) ? settings.current(zone).flatMap(present -> set(zone, look, present)) : Mono.empty();
    }

    private Mono<Void> set(String zone, Look look, ZoneSettings present) {
        if (present.version() != look.seen().settings()) {
            return Mono.empty();
        }
        return reclocking
                .zone(zone)
                .count()
                .doOnNext(count -> {
                    looks.put(zone, look.done());
                    if (count > 0) {
                        LOG.info("Clocks of {} leads of {} were set anew", count, zone);
                    }
                })
                .then();
    }

    private static Mono<Void> later(String zone, Throwable error) {
        LOG.warn("Clocks of {} are looked at again later: {}", zone, error.toString());
        return Mono.empty();
    }
}
