package org.lodestone.platform.aggregate;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Event;
import org.lodestone.platform.aggregate.CommitListener.Commit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.util.context.ContextView;

/** Builds the stores of a service, one for each type of aggregate, and knows them all. */
public final class AggregateStores {

    private static final Logger LOG = LoggerFactory.getLogger(AggregateStores.class);

    private final MongoDatabase database;
    private final History history;
    private final Function<Event, byte[]> payload;
    private final Supplier<List<CommitListener>> listeners;
    private final Function<ContextView, @Nullable String> traceparent;
    private final Map<Class<?>, AggregateStore<?>> stores = new ConcurrentHashMap<>();

    /**
     * @param payload an event as the bytes that are published
     * @param traceparent from the context of a chain to its W3C trace context, or null
     */
    public AggregateStores(
            MongoDatabase database,
            Function<Event, byte[]> payload,
            Supplier<List<CommitListener>> listeners,
            Function<ContextView, @Nullable String> traceparent) {
        this.payload = payload;
        this.database = database;
        this.history = new History(database);
        this.listeners = listeners;
        this.traceparent = traceparent;
    }

    /** @param sourcePath the aggregates' path in event sources, e.g. {@code /leads} */
    public <A extends Aggregate> AggregateStore<A> of(
            Class<A> type, String collection, String topic, String sourcePath) {
        AggregateStore<A> store = new AggregateStore<>(this, type, collection, topic, sourcePath);
        register(store);
        return store;
    }

    void register(AggregateStore<?> store) {
        stores.put(store.type(), store);
    }

    /** Every store there is so far. */
    public Collection<AggregateStore<?>> all() {
        return List.copyOf(stores.values());
    }

    /** The store of an aggregate's type. */
    public @Nullable AggregateStore<?> of(Aggregate aggregate) {
        return stores.get(aggregate.getClass());
    }

    public MongoDatabase database() {
        return database;
    }

    public History history() {
        return history;
    }

    Publishing publishing(ContextView context) {
        return new Publishing(payload, traceparent.apply(context));
    }

    void committed(Commit commit) {
        committed(List.of(commit));
    }

    void committed(List<Commit> together) {
        listeners.get().forEach(listener -> {
            try {
                listener.committed(together);
            } catch (RuntimeException e) {
                // The write is durable; whoever missed it catches up from the topic or the outbox.
                String name = listener.getClass().getSimpleName();
                LOG.warn(
                        "{} did not take the commit of {} and {} more",
                        name,
                        together.getFirst().aggregate().id(),
                        together.size() - 1,
                        e);
            }
        });
    }
}
