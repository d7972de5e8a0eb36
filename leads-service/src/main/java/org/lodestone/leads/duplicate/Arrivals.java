package org.lodestone.leads.duplicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Leads of this process that are being written and that the index does not show yet. Whoever writes is announced first and looks afterwards,
 * so of two at the same moment at least one sees the other.
 */
@Component
class Arrivals {

    /** Far longer than a write and the index's refresh take together. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    /** Under one key; more of one firm within seconds are in the index by then. */
    private static final int MOST = 50;

    private final Cache<String, List<Arrival>> byKey =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(200_000).build();

    record Arrival(String id, Facts facts) {}

    /** Announces it, and answers with those before it that share a key. */
    List<Arrival> announce(String zone, String id, Facts facts) {
        Arrival arrival = new Arrival(id, facts);
        Map<String, Arrival> met = new LinkedHashMap<>();
        for (String key : Keys.meeting(facts).keySet()) {
            byKey.asMap()
                    .merge(zone + '|' + key, List.of(arrival), (before, now) -> with(before, arrival))
                    .forEach(other -> met.put(other.id(), other));
        }
        met.remove(id);
        return List.copyOf(met.values());
    }

    /** All that share a key, itself left out. */
    List<Arrival> sharing(String zone, String id, Facts facts) {
        Map<String, Arrival> met = new LinkedHashMap<>();
        for (String key : Keys.meeting(facts).keySet()) {
            byKey.asMap().getOrDefault(zone + '|' + key, List.of()).forEach(other -> met.put(other.id(), other));
        }
        met.remove(id);
        return List.copyOf(met.values());
    }

    private static List<Arrival> with(List<Arrival> before, Arrival arrival) {
        List<Arrival> all = new ArrayList<>(before);
        all.removeIf(other -> other.id().equals(arrival.id()));
        all.add(arrival);
        return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }
}
