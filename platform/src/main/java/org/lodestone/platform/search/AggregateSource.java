package org.lodestone.platform.search;

import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.AggregateStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where an index reads its aggregates from, as the service itself. */
interface AggregateSource<A extends Aggregate> {

    Class<A> type();

    /** The present value; empty when it is gone. */
    Mono<A> load(String id);

    /** The next aggregates in the order of their ids, from the first one or after {@code afterId}. */
    Flux<A> all(@Nullable String afterId, int limit);

    byte[] encode(A aggregate);

    A decode(byte[] bson);

    static <A extends Aggregate> AggregateSource<A> of(AggregateStore<A> store) {
        return new AggregateSource<>() {
            @Override
            public Class<A> type() {
                return store.type();
            }

            @Override
            public Mono<A> load(String id) {
                return store.load(id);
            }

            @Override
            public Flux<A> all(@Nullable String afterId, int limit) {
                return store.all(afterId, limit);
            }

            @Override
            public byte[] encode(A aggregate) {
                return store.encode(aggregate);
            }

            @Override
            public A decode(byte[] bson) {
                return store.decode(bson);
            }
        };
    }
}
