package org.lodestone.leads.privacy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.process.ProcessStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where erasures are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyProperties.class)
class ErasureStore {

    static final String COLLECTION = "erasures";

    @Bean
    ProcessStore<Erasure> erasures(MongoDatabase database) {
        return new ProcessStore<>(database, Erasure.class, COLLECTION);
    }
}
