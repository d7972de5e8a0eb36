package org.lodestone.leads.registration;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.process.Rounds;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where registrations are kept and how they are found. */
@Configuration(proxyBeanMethods = false)
class RegistrationParts {

    @Bean
    AggregateStore<Registration> registrationStore(AggregateStores stores) {
        return stores.of(Registration.class, "registrations", Topics.REGISTRATIONS, "/registrations");
    }

    @Bean
    SearchIndex<Registration> registrationIndex(SearchIndexes indexes, AggregateStore<Registration> registrationStore) {
        return indexes.of(registrationStore, new RegistrationSearch(), Topics.REGISTRATIONS);
    }

    @Bean
    ProcessStore<Transfer> transfers(MongoDatabase database) {
        return new ProcessStore<>(database, Transfer.class, "transfers");
    }

    @Bean
    Rounds registrationRounds(Housekeeping housekeeping) {
        return new Rounds("registrations", Duration.ZERO, Duration.ofSeconds(30), housekeeping::look);
    }

    @Bean
    Claims registrationClaims(MongoDatabase database) {
        return new Claims(database);
    }
}
