package org.lodestone.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.platform.aggregate.Parcels.await;
import static org.lodestone.platform.aggregate.Parcels.command;
import static org.lodestone.platform.aggregate.Parcels.done;
import static org.lodestone.platform.aggregate.Parcels.isEmpty;
import static org.lodestone.platform.aggregate.Parcels.zone;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.security.Scope;

/** The checks of {@link AggregateStoreIT} would be worth nothing if a store without its guards passed them. */
class StoreSabotageIT {

    private final AggregateStores stores = Parcels.stores();

    private class WithoutVersionGuard extends AggregateStore<Parcel> {

        WithoutVersionGuard() {
            super(stores, Parcel.class, "parcels", Topics.LEADS, "/parcels");
        }

        @Override
        protected BsonDocument guard(Scope scope, String id, long version) {
            return reach(scope, id);
        }
    }

    private class WithoutZone extends AggregateStore<Parcel> {

        WithoutZone() {
            super(stores, Parcel.class, "parcels", Topics.LEADS, "/parcels");
        }

        @Override
        protected BsonDocument reach(Scope scope, String id) {
            return new BsonDocument("_id", new BsonString(id));
        }
    }

    @Test
    void withoutAVersionGuardMoreThanOneWriterWins() {
        AggregateStore<Parcel> parcels = new WithoutVersionGuard();
        done(parcels.create(command(), Parcel.plain("raced").captured(), 201));
        List<Outcome<Parcel>> outcomes = AggregateStoreIT.raceOn(parcels, "raced");
        assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSizeGreaterThan(1);
    }

    @Test
    void withoutTheZoneInTheFilterAnotherZoneReads() {
        AggregateStore<Parcel> parcels = new WithoutZone();
        done(parcels.create(command(), Parcel.plain("far").captured(), 201));
        assertThat(isEmpty(parcels.find(zone("140899"), "far"))).isFalse();
        assertThat(isEmpty(Parcels.of(stores, Topics.LEADS).find(zone("140899"), "far")))
                .isTrue();
        assertThat(await(parcels.load("far")).name()).isEqualTo("北块");
    }
}
