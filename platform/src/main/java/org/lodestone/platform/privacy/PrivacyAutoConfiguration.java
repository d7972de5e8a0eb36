package org.lodestone.platform.privacy;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.lodestone.platform.aggregate.AggregateAutoConfiguration;
import org.lodestone.platform.events.EventsAutoConfiguration;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.process.Rounds;
import org.lodestone.platform.search.SearchIndexes;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaTemplate;

/** Every service can look through its collections; those that are asked by another one answer. */
@AutoConfiguration(after = {AggregateAutoConfiguration.class, EventsAutoConfiguration.class})
@ConditionalOnBean(MongoDatabase.class)
public final class PrivacyAutoConfiguration {

    @Bean
    Collections collectionsOfTheService(MongoDatabase database) {
        return new Collections(database);
    }

    @Bean
    PersonalAggregates personalAggregates(ObjectProvider<PersonalRecords<?>> kinds) {
        return new PersonalAggregates(kinds.orderedStream().toList());
    }

    /** For a service that another one asks. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("lodestone.privacy.answering")
    @EnableConfigurationProperties(ForgettingProperties.class)
    static class Asked {

        private static final Duration FIRST = Duration.ofSeconds(2);

        @Bean
        ProcessStore<Forgetting> forgettings(MongoDatabase database) {
            return new ProcessStore<>(database, Forgetting.class, Searching.OWN);
        }

        @Bean
        Searching searching(
                Collections collections, PersonalAggregates aggregates, SearchIndexes indexes, BusinessClock clock) {
            return new Searching(collections, aggregates, indexes, clock);
        }

        @Bean
        Forgotten forgotten(ProcessStore<Forgetting> forgettings) {
            return new Forgotten(forgettings);
        }

        @Bean
        ForgettingRunner forgettingRunner(
                ProcessStore<Forgetting> forgettings, Searching searching, ForgettingProperties properties) {
            return new ForgettingRunner(forgettings, searching, properties.heard());
        }

        @Bean
        Rounds forgettingRounds(ForgettingRunner runner, ForgettingProperties properties) {
            return new Rounds("forgettings", FIRST, properties.every(), runner::resume);
        }

        @Bean
        Answering answering(
                Environment environment,
                ProcessStore<Forgetting> forgettings,
                Searching searching,
                ForgettingRunner runner,
                KafkaTemplate<String, byte[]> kafka) {
            String service = environment.getRequiredProperty("spring.application.name");
            return new Answering(service, forgettings, searching, runner, kafka);
        }
    }
}
