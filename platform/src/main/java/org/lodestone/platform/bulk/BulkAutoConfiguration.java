package org.lodestone.platform.bulk;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.aggregate.AggregateAutoConfiguration;
import org.lodestone.platform.job.JobAutoConfiguration;
import org.lodestone.platform.job.JobBells;
import org.lodestone.platform.process.Rounds;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.ProblemText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** For a service that does something in bulk. */
@AutoConfiguration(after = {AggregateAutoConfiguration.class, JobAutoConfiguration.class})
@ConditionalOnBean(BulkTarget.class)
@EnableConfigurationProperties(BulkProperties.class)
public final class BulkAutoConfiguration {

    @Bean
    BulkParts bulkParts(MongoDatabase database) {
        return BulkParts.of(database);
    }

    @Bean
    BulkRefusals bulkRefusals(MessageSource messages, JsonMapper json) {
        return new BulkRefusals(new ProblemText(messages), json);
    }

    @Bean
    BulkSteps<?> bulkSteps(
            BulkTarget<?> target,
            BulkParts parts,
            BulkRefusals refusals,
            BusinessClock clock,
            ObjectProvider<BulkWatch> watch) {
        return new BulkSteps<>(target, parts.chunks(), refusals, clock, watch.getIfAvailable());
    }

    @Bean
    BulkRunner bulkRunner(BulkParts parts, BulkSteps<?> steps, JobBells bells, BulkTarget<?> target) {
        return new BulkRunner(parts, steps, bells, target.kind());
    }

    @Bean
    Rounds bulkRounds(BulkRunner runner, BulkProperties properties) {
        return runner.every(properties.every());
    }

    @Bean
    BulkJobs bulkJobs(BulkParts parts, BulkRunner runner, BusinessClock clock, BulkProperties properties) {
        return new BulkJobs(parts, runner, clock, properties);
    }

    @Bean
    BulkReader bulkReader(BulkJobs jobs, BulkRefusals refusals) {
        return new BulkReader(jobs, refusals);
    }
}
