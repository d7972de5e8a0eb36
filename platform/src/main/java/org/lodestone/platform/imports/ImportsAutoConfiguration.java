package org.lodestone.platform.imports;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.aggregate.AggregateAutoConfiguration;
import org.lodestone.platform.job.JobAutoConfiguration;
import org.lodestone.platform.job.JobBells;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** For a service that has something to import into. */
@AutoConfiguration(after = {AggregateAutoConfiguration.class, JobAutoConfiguration.class})
@ConditionalOnBean(ImportTarget.class)
@EnableConfigurationProperties(ImportProperties.class)
public final class ImportsAutoConfiguration {

    @Bean
    ImportParts importParts(MongoDatabase database, ImportTarget target) {
        return ImportParts.of(database, target);
    }

    @Bean
    ImportRunner importRunner(
            ImportParts parts, JobBells bells, ImportProperties properties, ObjectProvider<ImportWatch> watch) {
        ImportWork work = new ImportWork(parts.target(), parts, properties.batch(), watch.getIfAvailable());
        return new ImportRunner(parts, work, bells, properties);
    }

    @Bean
    Imports imports(ImportParts parts, ImportRunner runner, ImportProperties properties) {
        return new Imports(parts, runner, properties);
    }
}
