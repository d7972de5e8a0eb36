package org.lodestone.platform.observability;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Says whether the broker answers. It is a detail: without it writes go on, so it never makes a service unhealthy. */
final class BrokerHealth implements ReactiveHealthIndicator, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KafkaAdmin kafka;
    private @Nullable Admin admin;

    BrokerHealth(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromCallable(this::admin)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(asked -> Mono.fromCompletionStage(
                        asked.describeCluster(new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis()))
                                .nodes()
                                .toCompletionStage()))
                .map(nodes -> Health.up().withDetail("nodes", nodes.size()).build())
                .timeout(PATIENCE.plusSeconds(1))
                .onErrorResume(_ -> Mono.just(
                        Health.unknown().withDetail("broker", "does not answer").build()));
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            admin = Admin.create(settings);
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(PATIENCE);
        }
    }
}
