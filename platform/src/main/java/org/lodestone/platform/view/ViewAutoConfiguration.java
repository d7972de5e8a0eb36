package org.lodestone.platform.view;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.aggregate.AggregateAutoConfiguration;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** For a service with lists that can be saved as views. */
@AutoConfiguration(after = AggregateAutoConfiguration.class)
@ConditionalOnBean(ViewKind.class)
public final class ViewAutoConfiguration {

    @Bean
    Views views(MongoDatabase database, ObjectProvider<ViewKind> kinds, BusinessClock clock) {
        return new Views(database, kinds.stream().toList(), clock);
    }
}
