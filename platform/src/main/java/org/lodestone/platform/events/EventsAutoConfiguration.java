package org.lodestone.platform.events;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.AggregateAutoConfiguration;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.aggregate.CommitListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.function.SingletonSupplier;
import reactor.util.context.ContextView;

/** The event log for a service that has aggregates: its topics, the relay to it, and consumers that wait rather than skip. */
@AutoConfiguration(after = {KafkaAutoConfiguration.class, AggregateAutoConfiguration.class})
@ConditionalOnBean(MongoDatabase.class)
@EnableConfigurationProperties(EventsProperties.class)
@PropertySource("classpath:org/lodestone/platform/events/kafka.properties")
public final class EventsAutoConfiguration {

    private static final long FIRST_WAIT = 500;
    private static final long LONGEST_WAIT = 10_000;

    @Bean
    AggregateStores aggregateStores(MongoDatabase database, ObjectProvider<CommitListener> listeners) {
        // Asked for once: looking beans up costs more than what they then do, and it would be at every write.
        Supplier<List<CommitListener>> heard =
                SingletonSupplier.of(() -> listeners.orderedStream().toList());
        return new AggregateStores(database, CloudEvents::payload, heard, EventsAutoConfiguration::traceparent);
    }

    @Bean
    KafkaAdmin.NewTopics topicsOfTheLog(EventsProperties properties) {
        return new KafkaAdmin.NewTopics(new TopicsOfTheLog(properties.replicas()).all());
    }

    @Bean
    @ConditionalOnMissingBean
    OutboxRelay outboxRelay(AggregateStores stores, KafkaTemplate<String, byte[]> kafka, EventsProperties properties) {
        return new OutboxRelay(stores, kafka, properties);
    }

    @Bean
    TopicCreation topicCreation(KafkaAdmin admin) {
        return new TopicCreation(admin);
    }

    @Bean
    TopicReader topicReader(ConsumerFactory<String, byte[]> consumers) {
        return new TopicReader(consumers);
    }

    @Bean
    DeadLetters deadLetters(KafkaTemplate<String, byte[]> kafka, MongoDatabase database) {
        return new DeadLetters(kafka, database);
    }

    @Bean
    EventConsumers eventConsumers(
            MongoDatabase database,
            DeadLetters deadLetters,
            TopicReader reader,
            ObjectProvider<ObservationRegistry> observations) {
        return new EventConsumers(
                database, deadLetters, reader, observations.getIfUnique(() -> ObservationRegistry.NOOP));
    }

    /** What can never succeed does not come this far (see {@link EventConsumer}); the rest waits, without limit and without losing its turn. */
    @Bean
    @ConditionalOnMissingBean
    CommonErrorHandler tryAgainForEver() {
        ExponentialBackOff waits = new ExponentialBackOff(FIRST_WAIT, 2);
        waits.setMaxInterval(LONGEST_WAIT);
        return new DefaultErrorHandler(waits);
    }

    /**
     * Of the observation that a chain carries. To have every operator of every chain restore it for its thread, so that it could be asked for
     * anywhere, cost a tenth of a write.
     */
    private static @Nullable String traceparent(ContextView chain) {
        Observation observation = chain.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
        TracingContext tracing =
                observation == null ? null : observation.getContext().get(TracingContext.class);
        Span span = tracing == null ? null : tracing.getSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + '-' + context.spanId() + '-' + flags;
    }
}
