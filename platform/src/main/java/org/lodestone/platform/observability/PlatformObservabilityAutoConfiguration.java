package org.lodestone.platform.observability;

import com.mongodb.reactivestreams.client.MongoClient;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.health.MongoReactiveHealthContributorAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;

/** Health members {@code mongo}, {@code listeners} and {@code broker}, and observations of what is worth observing. */
@AutoConfiguration(
        after = {KafkaAutoConfiguration.class, MongoReactiveAutoConfiguration.class},
        before = MongoReactiveHealthContributorAutoConfiguration.class)
public class PlatformObservabilityAutoConfiguration {

    /** Probes and scrapes would be most of the traces. */
    @Bean
    ObservationPredicate withoutProbes() {
        return (_, context) -> !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && request.getCarrier().getPath().value().startsWith("/actuator/"));
    }

    @Bean
    @ConditionalOnBean(KafkaListenerEndpointRegistry.class)
    ListenersHealth listenersHealthIndicator(KafkaListenerEndpointRegistry registry) {
        return new ListenersHealth(registry);
    }

    @Bean
    @ConditionalOnBean(MongoClient.class)
    DatabaseHealth mongoHealthIndicator(MongoClient client) {
        return new DatabaseHealth(client);
    }

    @Bean
    @ConditionalOnBean(KafkaAdmin.class)
    BrokerHealth brokerHealthIndicator(KafkaAdmin kafka) {
        return new BrokerHealth(kafka);
    }
}
