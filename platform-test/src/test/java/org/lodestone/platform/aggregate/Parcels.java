package org.lodestone.platform.aggregate;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.events.CloudEvents;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.test.Databases;
import reactor.core.publisher.Mono;

/** Stores of parcels in databases of their own. */
public final class Parcels {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final MongoClient CLIENT = MongoClients.create(Databases.uri("parcels"));

    private Parcels() {}

    public static MongoDatabase database() {
        return CLIENT.getDatabase("p" + UUID.randomUUID().toString().replace("-", ""));
    }

    public static AggregateStores stores(CommitListener... listeners) {
        return new AggregateStores(database(), CloudEvents::payload, () -> List.of(listeners), _ -> null);
    }

    public static AggregateStore<Parcel> of(AggregateStores stores, String topic) {
        return stores.of(Parcel.class, "parcels", topic, "/parcels");
    }

    public static Command command(Scope scope, @Nullable String key, String body, @Nullable Long expectedVersion) {
        Instant now = Instant.now();
        return new Command(scope, key, body, expectedVersion, now, scope.subject(), now, false);
    }

    public static Command command() {
        return command(zone("140827"), null, "body", null);
    }

    public static Scope zone(String... zones) {
        return new Scope("liu", "刘", Set.of(Role.MANAGER), Set.of(zones), null, Set.of(Right.READ, Right.WRITE));
    }

    public static Scope park(String zone, String... parks) {
        return new Scope("liu", "刘", Set.of(Role.MANAGER), Set.of(zone), Set.of(parks), Set.of(Right.READ));
    }

    public static <T> T await(Mono<T> result) {
        T value = result.block(PATIENCE);
        if (value == null) {
            throw new AssertionError("nothing came");
        }
        return value;
    }

    public static boolean isEmpty(Mono<?> result) {
        return result.hasElement().blockOptional(PATIENCE).orElseThrow().equals(false);
    }

    public static Parcel done(Mono<Outcome<Parcel>> outcome) {
        Outcome<Parcel> end = await(outcome);
        if (end instanceof Outcome.Done<Parcel>(Parcel parcel)) {
            return parcel;
        }
        throw new AssertionError("not done but " + end);
    }
}
