package org.lodestone.leads.merge;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.process.ProcessStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where merges are kept. */
@Configuration(proxyBeanMethods = false)
class MergeParts {

    @Bean
    ProcessStore<LeadMerge> merges(MongoDatabase database) {
        return new ProcessStore<>(database, LeadMerge.class, "merges");
    }
}
