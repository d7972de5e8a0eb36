package org.lodestone.leads.intake;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.process.ProcessStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where intake sources are kept. */
@Configuration(proxyBeanMethods = false)
class IntakeParts {

    @Bean
    ProcessStore<IntakeSource> intakeSources(MongoDatabase database) {
        return new ProcessStore<>(database, IntakeSource.class, "intakeSources");
    }
}
