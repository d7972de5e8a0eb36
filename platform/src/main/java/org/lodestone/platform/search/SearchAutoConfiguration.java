package org.lodestone.platform.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/** Indexes for the services that ask for one; a service that does not has only an empty list of them. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(SearchProperties.class)
class SearchAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SearchIndexes searchIndexes(SearchProperties properties, ObjectProvider<ConsumerFactory<?, ?>> kafka)
            throws IOException {
        Path configured = properties.dir();
        Path directory = configured == null || configured.toString().isEmpty()
                ? Files.createTempDirectory("lodestone-index")
                : configured;
        ConsumerFactory<?, ?> consumers = kafka.getIfAvailable();
        return new SearchIndexes(directory, consumers == null ? null : consumers.getConfigurationProperties());
    }

    /** Known to the readiness group as {@code index}. */
    @Bean
    IndexHealth indexHealthIndicator(SearchIndexes indexes) {
        return new IndexHealth(indexes);
    }
}
