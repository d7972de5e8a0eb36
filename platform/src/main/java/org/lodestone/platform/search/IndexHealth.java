package org.lodestone.platform.search;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Part of readiness: an instance whose lists are not whole takes no requests. */
final class IndexHealth implements HealthIndicator {

    private final SearchIndexes indexes;

    IndexHealth(SearchIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public Health health() {
        Map<String, IndexStatus> status = indexes.status();
        boolean ready = status.values().stream().allMatch(IndexStatus::ready);
        return (ready ? Health.up() : Health.outOfService()).withDetails(status).build();
    }
}
