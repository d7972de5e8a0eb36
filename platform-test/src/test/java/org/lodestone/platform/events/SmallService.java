package org.lodestone.platform.events;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.aggregate.Parcel;
import org.lodestone.platform.security.Scope;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A service in one file: a store, a read, a listener. */
@SpringBootApplication
class SmallService {

    @Bean
    AggregateStore<Parcel> parcels(AggregateStores stores) {
        return stores.of(Parcel.class, "parcels", Topics.LEADS, "/parcels");
    }

    @RestController
    static class ParcelController {

        private final AggregateStore<Parcel> parcels;

        ParcelController(AggregateStore<Parcel> parcels) {
            this.parcels = parcels;
        }

        @GetMapping("/api/parcels/{id}")
        Mono<String> read(@PathVariable String id, Scope scope) {
            return parcels.find(scope, id).map(Parcel::name);
        }
    }

    @Bean
    ParcelListener parcelListener(EventConsumers consumers) {
        return new ParcelListener(consumers);
    }

    static class ParcelListener {

        final List<String> heard = new CopyOnWriteArrayList<>();
        private final EventConsumer consumer;

        ParcelListener(EventConsumers consumers) {
            this.consumer = consumers.of("heard");
        }

        @KafkaListener(topics = Topics.LEADS, groupId = "small-service-${random.uuid}", batch = "true")
        void hear(List<ConsumerRecord<String, byte[]>> poll) {
            consumer.apply(
                    poll, each -> Mono.fromRunnable(() -> heard.add(each.event().id())));
        }
    }
}
