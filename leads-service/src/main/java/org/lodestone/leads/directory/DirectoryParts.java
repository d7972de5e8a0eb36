package org.lodestone.leads.directory;

import org.lodestone.contracts.Topics;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the directory is kept. */
@Configuration(proxyBeanMethods = false)
class DirectoryParts {

    @Bean
    AggregateStore<Entry> directoryEntries(AggregateStores stores) {
        return stores.of(Entry.class, "directory", Topics.DIRECTORY, "/directory");
    }
}
