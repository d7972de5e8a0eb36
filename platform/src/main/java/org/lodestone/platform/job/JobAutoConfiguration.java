package org.lodestone.platform.job;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;

/** For every service that has a broker to tell of its jobs. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnBean(ProducerFactory.class)
public final class JobAutoConfiguration {

    @Bean
    JobBells jobBells(ProducerFactory<?, ?> producers) {
        return new JobBells(producers);
    }
}
