package org.lodestone.platform.document;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.aggregate.AggregateAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** For a service whose things have documents. */
@AutoConfiguration(after = AggregateAutoConfiguration.class)
@ConditionalOnBean(DocumentTarget.class)
@EnableConfigurationProperties(DocumentProperties.class)
public final class DocumentAutoConfiguration {

    @Bean
    DocumentParts documentParts(MongoDatabase database, DocumentProperties properties) {
        return DocumentParts.of(database, properties);
    }

    @Bean
    FilingSteps filingSteps(DocumentParts parts, DocumentTarget target) {
        return new FilingSteps(parts, target);
    }

    @Bean
    Documents documents(DocumentParts parts, FilingSteps steps, MongoDatabase database) {
        return new Documents(parts, steps, new DownloadLog(database));
    }

    @Bean
    DocumentSweep documentSweep(DocumentParts parts, FilingSteps steps) {
        return new DocumentSweep(parts, steps);
    }
}
