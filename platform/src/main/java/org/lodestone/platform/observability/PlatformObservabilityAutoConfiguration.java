package org.lodestone.platform.observability;

import io.micrometer.observation.ObservationPredicate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;

/** Health members {@code listeners} and {@code broker}, and observations of what is worth observing. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
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
    @ConditionalOnBean(KafkaAdmin.class)
    BrokerHealth brokerHealthIndicator(KafkaAdmin kafka) {
        return new BrokerHealth(kafka);
    }
}
