package org.lodestone.leads.privacy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.process.Rounds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where erasures are kept, and when those are gone on with that are not at their end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyProperties.class)
class ErasureStore {

    static final String COLLECTION = "erasures";

    @Bean
    ProcessStore<Erasure> erasures(MongoDatabase database) {
        return new ProcessStore<>(database, Erasure.class, COLLECTION);
    }

    @Bean
    Rounds erasureRounds(ErasureRunner runner, PrivacyProperties properties) {
        return new Rounds("erasures", Duration.ZERO, properties.every(), runner::resume);
    }
}
