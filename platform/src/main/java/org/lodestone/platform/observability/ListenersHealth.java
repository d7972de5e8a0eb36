package org.lodestone.platform.observability;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Ready only while every listener runs: one that stopped for good would leave its projection behind in silence. */
final class ListenersHealth implements HealthIndicator {

    private final KafkaListenerEndpointRegistry registry;

    ListenersHealth(KafkaListenerEndpointRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Health health() {
        List<String> stopped = registry.getAllListenerContainers().stream()
                .filter(container -> !container.isRunning() || !container.isInExpectedState())
                .map(MessageListenerContainer::getListenerId)
                .map(String::valueOf)
                .toList();
        return (stopped.isEmpty() ? Health.up() : Health.down().withDetail("stopped", stopped)).build();
    }
}
