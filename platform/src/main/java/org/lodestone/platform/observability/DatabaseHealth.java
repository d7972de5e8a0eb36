package org.lodestone.platform.observability;

import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether the database answers a {@code ping}. Boot's own indicator asks {@code hello}, which the embedded database does not know. */
final class DatabaseHealth implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MongoClient client;

    DatabaseHealth(MongoClient client) {
        this.client = client;
    }

    @Override
    public Mono<Health> health() {
        return Mono.from(client.getDatabase("admin").runCommand(new Document("ping", 1)))
                .map(_ -> Health.up().build())
                .timeout(PATIENCE)
                .onErrorResume(failure -> Mono.just(Health.down()
                        .withDetail(
                                "database",
                                "does not answer: " + failure.getClass().getSimpleName())
                        .build()));
    }
}
