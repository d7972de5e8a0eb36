package org.lodestone.leads.merge;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.process.Resumption;
import org.lodestone.platform.process.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where merges are kept. */
@Configuration(proxyBeanMethods = false)
class MergeParts {

    @Bean
    ProcessStore<LeadMerge> merges(MongoDatabase database) {
        return new ProcessStore<>(database, LeadMerge.class, "merges");
    }

    /** Goes on with what a kill or a refusal of the moment left unfinished. */
    @Bean
    Rounds mergeRounds(ProcessStore<LeadMerge> merges, MergeSteps steps) {
        return new Resumption<>("merge", merges, steps::run).every(Duration.ofSeconds(30));
    }
}
