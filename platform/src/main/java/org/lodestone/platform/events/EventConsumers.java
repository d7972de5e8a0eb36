package org.lodestone.platform.events;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.observation.ObservationRegistry;

/** Builds the consumers of a service, one for each projection. */
public final class EventConsumers {

    private final MongoDatabase database;
    private final DeadLetters deadLetters;
    private final TopicReader reader;
    private final ObservationRegistry observations;

    public EventConsumers(
            MongoDatabase database, DeadLetters deadLetters, TopicReader reader, ObservationRegistry observations) {
        this.database = database;
        this.deadLetters = deadLetters;
        this.reader = reader;
        this.observations = observations;
    }

    /** @param projection the collection that holds, for each aggregate, how far it was heard */
    public EventConsumer of(String projection) {
        return new EventConsumer(new Projection(database, projection), deadLetters, reader, observations);
    }
}
