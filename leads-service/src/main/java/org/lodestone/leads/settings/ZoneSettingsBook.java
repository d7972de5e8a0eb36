package org.lodestone.leads.settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The settings of every zone in memory: asked for by every score and registration, at most {@value #SECONDS} seconds old. */
@Component
public class ZoneSettingsBook {

    private static final int SECONDS = 5;

    private final ZoneSettingsVersions versions;
    private final ShippedSettings shipped;
    private final ApplicationEventPublisher publisher;
    private final Map<String, ZoneSettings> known = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> fresh =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(SECONDS)).build();

    ZoneSettingsBook(ZoneSettingsVersions versions, ShippedSettings shipped, ApplicationEventPublisher publisher) {
        this.versions = versions;
        this.shipped = shipped;
        this.publisher = publisher;
    }

    /** This instance has learnt of another version. */
    public record Changed(ZoneSettings settings) {}

    /** Never waits: what is known, while a look at the database goes on in the background when it is due. */
    public ZoneSettings of(String zone) {
        ZoneSettings present = remembered(zone);
        if (fresh.asMap().putIfAbsent(zone, true) == null) {
            current(zone).onErrorComplete().toFuture();
        }
        return present;
    }

    /** As the database has it now. */
    public Mono<ZoneSettings> current(String zone) {
        return Mono.defer(() -> versions.newest(remembered(zone))).doOnNext(this::remember);
    }

    /** One version, also an old one; empty when there is none. */
    public Mono<ZoneSettings> version(String zone, long version) {
        return versions.find(zone, version);
    }

    /** What is shipped becomes the first version, so that it stays what it was when a later release ships something else. */
    Mono<ZoneSettings> begin(String zone, Instant at) {
        return versions.insert(shipped.of(zone, 1, at)).then(current(zone));
    }

    void remember(ZoneSettings settings) {
        ZoneSettings before = known.get(settings.zone());
        ZoneSettings after =
                known.merge(settings.zone(), settings, (was, heard) -> heard.version() > was.version() ? heard : was);
        if (after == settings && (before == null || before.version() < settings.version())) {
            publisher.publishEvent(new Changed(settings));
        }
    }

    private ZoneSettings remembered(String zone) {
        ZoneSettings settings = known.get(zone);
        return settings == null ? shipped.of(zone, 0, Instant.EPOCH) : settings;
    }
}
