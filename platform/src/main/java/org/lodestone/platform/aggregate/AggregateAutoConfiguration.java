package org.lodestone.platform.aggregate;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** The database of a service, with a deadline, and the counters in it. */
@AutoConfiguration(after = MongoReactiveAutoConfiguration.class)
@ConditionalOnBean(MongoClient.class)
public final class AggregateAutoConfiguration {

    /** Shorter than the service's own limit of 6 s, so that a dead database is answered with 503. */
    private static final long DATABASE_SECONDS = 5;

    @Bean
    @Order(10) // After Boot's, which reads the connection string.
    MongoClientSettingsBuilderCustomizer databaseDeadline(MongoConnectionDetails details) {
        return settings -> {
            if (details.getConnectionString().getTimeout() == null) {
                settings.timeout(DATABASE_SECONDS, TimeUnit.SECONDS);
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    MongoDatabase database(MongoClient client, MongoConnectionDetails details) {
        ConnectionString address = details.getConnectionString();
        return client.getDatabase(Objects.requireNonNullElse(address.getDatabase(), "lodestone"));
    }

    @Bean
    Counters counters(MongoDatabase database) {
        return new Counters(database);
    }
}
