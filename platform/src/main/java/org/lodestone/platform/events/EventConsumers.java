package org.lodestone.platform.events;

import com.mongodb.reactivestreams.client.MongoDatabase;

/** Builds the consumers of a service, one for each projection. */
public final class EventConsumers {

    private final MongoDatabase database;
    private final DeadLetters deadLetters;
    private final TopicReader reader;

    public EventConsumers(MongoDatabase database, DeadLetters deadLetters, TopicReader reader) {
        this.database = database;
        this.deadLetters = deadLetters;
        this.reader = reader;
    }

    /** @param projection the collection that holds, for each aggregate, how far it was heard */
    public EventConsumer of(String projection) {
        return new EventConsumer(new Projection(database, projection), deadLetters, reader);
    }
}
