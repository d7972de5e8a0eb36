package org.lodestone.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.platform.aggregate.Parcels.command;
import static org.lodestone.platform.aggregate.Parcels.done;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Parcel;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.test.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class SmallServiceIT {

    private final AggregateStore<Parcel> parcels;
    private final SmallService.ParcelListener listener;
    private final WebTestClient client;

    @Autowired
    SmallServiceIT(AggregateStore<Parcel> parcels, SmallService.ParcelListener listener, WebTestClient client) {
        this.parcels = parcels;
        this.listener = listener;
        this.client = client;
    }

    private int status(String id, String token) {
        return client.get()
                .uri("/api/parcels/{id}", id)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void aWriteIsHeardThroughTheBrokerOnceAndInOrder() throws InterruptedException {
        String id = UUID.randomUUID().toString();
        done(parcels.create(command(), Parcel.plain(id).captured(), 201));
        done(parcels.change(id, command(), 200, parcel -> parcel.renamed("南块")));
        assertThat(PublishedEvents.on(Topics.LEADS).await(id, Log.PATIENCE, events -> events.size() >= 2))
                .extracting(org.lodestone.contracts.CloudEvent::sequence)
                .containsExactly(1L, 2L);
        assertThat(Log.eventually(() -> listener.heard.contains(id + ":2"))).isTrue();
        assertThat(listener.heard.stream().filter(event -> event.startsWith(id)))
                .containsExactly(id + ":1", id + ":2");
    }

    @Test
    void aTokenIsVerifiedForReal() {
        String id = UUID.randomUUID().toString();
        done(parcels.create(command(), Parcel.plain(id).captured(), 201));
        assertThat(status(id, Tokens.of("liu", Role.OFFICER, "140827"))).isEqualTo(200);
        assertThat(status(id, Tokens.signed(claims -> claims.subject("liu").audience("another"))))
                .isEqualTo(401);
        assertThat(status(id, Tokens.of("liu", Role.OFFICER, "140827").replaceAll("[^.]+$", "c2lnbmF0dXJl")))
                .isEqualTo(401);
    }
}
