package org.lodestone.leads.assignment;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.process.ProcessStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where places are kept. */
@Configuration(proxyBeanMethods = false)
class AssignmentParts {

    @Bean
    ProcessStore<Holding> holdings(MongoDatabase database) {
        return new ProcessStore<>(database, Holding.class, "holdings");
    }
}
