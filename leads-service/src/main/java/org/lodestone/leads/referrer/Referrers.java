package org.lodestone.leads.referrer;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.process.ProcessStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is kept, zone by zone: their ids begin with it. */
@Component
class Referrers {

    private final ProcessStore<Referrer> store;

    Referrers(MongoDatabase database) {
        this.store = new ProcessStore<>(database, Referrer.class, "referrers");
    }

    Flux<Referrer> of(String zone) {
        return store.list(Filters.and(Filters.gte("_id", zone + "."), Filters.lt("_id", zone + "/")));
    }

    /** Or the one that has the name already. */
    Mono<Referrer> begin(Referrer referrer) {
        return store.begin(referrer);
    }

    /** Empty when there is none. */
    Mono<Referrer> replace(String id, Referrer by) {
        return store.step(id, known -> known.says(by) ? known : known.with(by.from(), by.until(), by.note()));
    }

    Mono<Referrer> find(String id) {
        return store.find(id);
    }
}
