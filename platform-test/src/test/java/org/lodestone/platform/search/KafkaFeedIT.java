package org.lodestone.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.test.Brokers;

class KafkaFeedIT {

    // As a service's listeners have it; what concerns groups must not disturb.
    private static final Map<String, Object> SETTINGS =
            Map.of("bootstrap.servers", Brokers.address(), "group.id", "some-service", "auto.offset.reset", "earliest");

    @Test
    void everyPartitionIsHeardFromWhereItWasLeft() throws Exception {
        create("firms.heard");
        publish("firms.heard", "a", 1);
        publish("firms.heard", "b", 1);
        Offsets left;
        try (KafkaFeed feed = feed("firms.heard")) {
            Offsets end = feed.end();
            assertThat(end.next()).hasSize(12);
            Offsets beginning = new Offsets(end.epoch(), new long[12]);
            assertThat(feed.reaches(beginning)).isTrue();
            feed.seek(beginning);
            assertThat(heard(feed, end)).isEqualTo(Map.of("a", 1L, "b", 1L));
            left = feed.position();
            assertThat(left).isEqualTo(end);
        }
        for (long version = 2; version <= 30; version++) {
            publish("firms.heard", "a", version);
        }
        publish("firms.heard", "c", 1);
        try (KafkaFeed again = feed("firms.heard")) {
            assertThat(again.reaches(left)).isTrue();
            again.seek(left);
            assertThat(heard(again, again.end())).isEqualTo(Map.of("a", 30L, "c", 1L));
        }
    }

    @Test
    void offsetsOfAnotherIncarnationOrBehindTheEndAreNotReached() throws Exception {
        create("firms.anew");
        publish("firms.anew", "a", 1);
        Offsets before;
        try (KafkaFeed feed = feed("firms.anew")) {
            before = feed.end();
            long[] beyond = before.next().clone();
            beyond[3] += 7;
            assertThat(feed.reaches(new Offsets(before.epoch(), beyond))).isFalse();
        }
        try (Admin admin = Admin.create(SETTINGS)) {
            admin.deleteTopics(List.of("firms.anew")).all().get(60, TimeUnit.SECONDS);
        }
        create("firms.anew");
        try (KafkaFeed feed = feed("firms.anew")) {
            assertThat(feed.end().epoch()).isNotEqualTo(before.epoch());
            assertThat(feed.reaches(before)).isFalse();
        }
    }

    /** A topic is known a moment after it was made; an index tries again, too. */
    private static KafkaFeed feed(String topic) {
        return Awaitility.await()
                .ignoreExceptionsInstanceOf(KafkaException.class)
                .until(() -> new KafkaFeed(SETTINGS, topic), Objects::nonNull);
    }

    private static Map<String, Long> heard(KafkaFeed feed, Offsets end) {
        Map<String, Long> heard = new HashMap<>();
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!feed.position().reached(end) && System.nanoTime() < giveUp) {
            feed.poll(Duration.ofMillis(200)).forEach((id, sequence) -> heard.merge(id, sequence, Math::max));
        }
        return heard;
    }

    private static void create(String topic) throws Exception {
        try (Admin admin = Admin.create(SETTINGS)) {
            for (int attempt = 0; ; attempt++) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1)))
                            .all()
                            .get(60, TimeUnit.SECONDS);
                    return;
                } catch (ExecutionException stillBeingDeleted) {
                    if (attempt == 20) {
                        throw stillBeingDeleted;
                    }
                    Thread.sleep(250);
                }
            }
        }
    }

    private static void publish(String topic, String id, long sequence) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(SETTINGS, new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, id, new byte[0]);
            event.headers().add("ce_sequence", "%010d".formatted(sequence).getBytes(StandardCharsets.UTF_8));
            producer.send(event).get(60, TimeUnit.SECONDS);
        }
    }
}
