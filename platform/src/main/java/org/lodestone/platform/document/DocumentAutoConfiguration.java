package org.lodestone.platform.document;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.aggregate.AggregateAutoConfiguration;
import org.lodestone.platform.process.Resumption;
import org.lodestone.platform.process.Rounds;
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

    /** Goes on with what a kill or a refusal of the moment left unfinished, and deletes what nobody brought back. */
    @Bean
    Rounds documentSweep(DocumentParts parts, FilingSteps steps) {
        return sweep(parts, steps).every(parts.properties().sweep());
    }

    static Resumption<Filing> sweep(DocumentParts parts, FilingSteps steps) {
        return new Resumption<>("filing", parts.filings(), filing -> steps.resume(filing, Documents.now()));
    }
}
